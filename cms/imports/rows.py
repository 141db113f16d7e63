"""One row of a file, as its author wrote it, to a draft or to what is wrong with it.

Invariant: pure; any mapping gives a draft or a `RowProblem`, never an exception. Fields are those of
connector/intake/listings/README.md; unknown ones are left alone, and what cannot be used is said, never guessed.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from cms.imports.calm import calm, first_sentence
from cms.imports.costs import cost_of
from cms.imports.drafts import AssetDraft, Content, RowProblem
from cms.imports.kinds import kind_by_name, kind_of
from cms.imports.names import display_name
from cms.imports.particulars import particulars
from cms.imports.registers import is_register, shared_id
from cms.imports.text import LONGEST_TEXT, meant, one_line, paragraphs, shorten, without_whole_postcodes
from cms.imports.values import UNREADABLE, flag, terms, words
from cms.imports.websites import UNUSABLE, website
from cms.imports.where import LONGEST_PLACE_NAME, places_of

LONGEST_NAME, LONGEST_SUMMARY, LONGEST_REF, LONGEST_LICENCE = 250, 160, 250, 250
LONGEST_ORGANISATION, LONGEST_OPENING = 200, 2_000
TEXTS = ("id", "name", "summary", "description", "objects", "organisation", "kind", "schedule", "cost", "source",
         "licence", "register", "address", "postcode", "postcode_sector", "latlon_from")  # fmt: skip


def read_row(
    row: Mapping[str, Any], *, source: str, cut_sources: frozenset[str] = frozenset()
) -> AssetDraft | RowProblem:
    """The draft of a row. `source`: the name of its source where the row gives none; `cut_sources`: sources whose
    addresses the council has marked as possibly homes."""
    texts, unusable = _texts(row)
    if unusable:
        return RowProblem(f"{unusable} is not a text. Write it as one.")
    if not (given := meant(one_line(texts["name"]))):
        return RowProblem("There is no name. Write what it is called in the field “name”.")
    active = flag(row.get("active"))
    if active == UNREADABLE:
        return RowProblem(f"“active” is {shorten(repr(row['active']), 40)}. Write true or false, or leave it empty.")
    return _Row(row, texts, given, source, cut_sources).draft(active=active is not False)


def _texts(row: Mapping[str, Any]) -> tuple[dict[str, str], str]:
    """The row's texts as they stand, and the first field that should be one and is none."""
    found = {}
    for field in TEXTS:
        text = words(row.get(field))
        if text is None:
            return {}, f"“{field}”"
        found[field] = text
    return found, ""


class _Row:
    """A row that has a name."""

    def __init__(
        self, row: Mapping[str, Any], texts: dict[str, str], given: str, source: str, cut_sources: frozenset[str]
    ) -> None:
        self.row, self.texts, self.given = row, texts, given
        self.notes: list[str] = []
        self.source = shorten(meant(self._line("source")) or source, 250)
        self.register = is_register(texts["id"], meant(self._line("register")), self.source)
        self.cut = self.register or self.source in cut_sources
        self.tags = terms(row.get("taxonomy"))

    def draft(self, *, active: bool) -> AssetDraft:
        content = self._content()
        where = places_of(self.row, cut=self.cut)
        more = particulars(self.row, kind=content["kind"], places=len(where.places), cut=self.cut)
        self.notes += [*where.notes, *more.notes]
        content |= more.values
        if more.words:
            content["opening_words"] = self._short(more.words, LONGEST_OPENING, "schedule")
        elif content["sessions"]:
            content["opening_words"] = ""
        shared = shared_id(self._line("id"))
        first, *others = where.names or ("",)
        own = shorten(content["name"], LONGEST_PLACE_NAME) if content["kind"] == "place" else ""
        return AssetDraft(
            source=self.source,
            ref=shared or self._ref(),
            content=Content(**content, place=where.places[0] if where.places else None, more_places=where.places[1:]),
            licence=shorten(meant(self._line("licence")), LONGEST_LICENCE),
            active=active,
            shared_ref=bool(shared),
            cut_to_sector=self.cut,
            place_name=first or own,
            more_place_names=tuple(others),
            words=more.kept,
            notes=tuple(self.notes),
        )

    def _content(self) -> dict[str, Any]:
        name = self._short(display_name(self.given), LONGEST_NAME, "name")
        summary, description = self._summary_and_description(name)
        organisation = display_name(meant(self._line("organisation")))
        cost = cost_of(meant(self._line("cost")))
        return {
            "kind": self._kind(name),
            "name": name,
            "summary": summary,
            "description": description,
            "organisation": ""
            if organisation.casefold() == name.casefold()
            else shorten(organisation, LONGEST_ORGANISATION),
            "url": self._url(),
            "opening_words": self._short(meant(paragraphs(self.texts["schedule"])), LONGEST_OPENING, "schedule"),
            "cost": cost.cost,
            "cost_pence": cost.pence,
            "cost_words": cost.words,
            "tags": self.tags,
        }

    def _kind(self, name: str) -> str:
        """By what the source calls it, then by its topics, then by its name where nothing sorts it."""
        found = kind_of((*terms(self.texts["kind"]), *self.tags), register=self.register)
        sorted_at_all = self.register or self.tags or self.texts["kind"].strip()
        return found if sorted_at_all else kind_by_name(name) or found

    def _summary_and_description(self, name: str) -> tuple[str, str]:
        text = self._text("description") or self._text("objects")
        text = self._short(calm(_plainly(text), name), LONGEST_TEXT, "description")
        short = calm(meant(self._line("summary")), name)
        if self.cut:
            text, short = without_whole_postcodes(text), without_whole_postcodes(short)
        if short and len(short) <= LONGEST_SUMMARY:
            return short, "" if text == short else text
        text = text or short
        if not text:
            return ("" if self.register else _sorted_under(self.tags)), ""
        summary = shorten(" ".join(first_sentence(text).split()), LONGEST_SUMMARY)
        return summary, "" if summary == text else text

    def _url(self) -> str:
        """The first that is one: a list may name several."""
        given = self.row.get("url")
        texts = [words(each) or "" for each in (given if isinstance(given, list) else [given])]
        tried = [website(meant(one_line(text))) for text in texts if text.strip()]
        if tried and not any(tried):
            self.notes.append(UNUSABLE) if None in tried else None
        return next((url for url in tried if url), "")

    def _ref(self) -> str:
        """The row's id; else one made from source, name and postcode, which stays the same."""
        given = meant(self._line("id"))
        if given and len(given) <= LONGEST_REF:
            return given
        parts = [given] if given else [self.source, self.given, self._line("postcode") or self._line("postcode_sector")]
        text = "\n".join(" ".join(part.casefold().split()) for part in parts)
        return f"made-{hashlib.sha256(text.encode()).hexdigest()[:20]}"

    def _line(self, field: str) -> str:
        return one_line(self.texts[field])

    def _text(self, field: str) -> str:
        return meant(paragraphs(self.texts[field]))

    def _short(self, text: str, most: int, field: str) -> str:
        if len(text) > most:
            self.notes.append(f"{field} was longer than {most:,} letters and was cut")
        return shorten(text, most)


def _plainly(text: str) -> str:
    """A food bank's way in, said without the label its list gives it."""
    label, colon, rest = text.partition(":")
    if not colon or label.strip().casefold() != "referral":
        return text
    rest = meant(rest.strip())
    if rest.casefold().startswith(("referral", "agency referral")) and len(rest) < 20:
        return "Ask a worker or an advice centre to put you in touch."
    return f"How to come: {rest}" if rest else ""


def _sorted_under(tags: tuple[str, ...]) -> str:
    """What a source sorts a row under, for one that says nothing else: "Library, Bolton"."""
    said = ", ".join(tags)
    return shorten(said[:1].upper() + said[1:], LONGEST_SUMMARY)
