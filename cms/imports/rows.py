"""One row of a file, as its author wrote it, to a draft or to what is wrong with it.

Invariant: pure; any mapping gives a draft or a `RowProblem`, never an exception. Fields are those of
connector/intake/listings/README.md; unknown ones are left alone, and what cannot be used is said, never guessed.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from cms.geo.postcode import Postcode, parse_postcode
from cms.imports.calm import calm, first_sentence
from cms.imports.costs import cost_of
from cms.imports.drafts import AssetDraft, Content, PlaceDraft, RowProblem
from cms.imports.kinds import kind_of
from cms.imports.names import display_name
from cms.imports.points import Point, point
from cms.imports.registers import is_register, shared_id
from cms.imports.text import LONGEST_TEXT, meant, one_line, paragraphs, shorten, without_whole_postcodes
from cms.imports.values import UNREADABLE, flag, terms, words
from cms.imports.websites import UNUSABLE, website

LONGEST_NAME, LONGEST_SUMMARY, LONGEST_REF, LONGEST_ADDRESS, LONGEST_LICENCE = 250, 160, 250, 250, 250
LONGEST_PLACE_NAME, LONGEST_ORGANISATION, LONGEST_OPENING = 160, 200, 2_000
TEXTS = ("id", "name", "description", "objects", "organisation", "url", "address", "postcode", "postcode_sector",
         "schedule", "cost", "source", "licence", "register", "latlon_from")  # fmt: skip


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
        content, place = self._content(), self._place()
        shared = shared_id(self._line("id"))
        return AssetDraft(
            source=self.source,
            ref=shared or self._ref(),
            content=Content(**content, place=place),
            licence=shorten(meant(self._line("licence")), LONGEST_LICENCE),
            active=active,
            shared_ref=bool(shared),
            cut_to_sector=self.cut,
            place_name=shorten(content["name"], LONGEST_PLACE_NAME) if content["kind"] == "place" else "",
            notes=tuple(self.notes),
        )

    def _content(self) -> dict[str, Any]:
        name = self._short(display_name(self.given), LONGEST_NAME, "name")
        summary, description = self._summary_and_description(name)
        organisation = display_name(meant(self._line("organisation")))
        cost = cost_of(meant(self._line("cost")))
        return {
            "kind": kind_of(self.tags, register=self.register),
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

    def _summary_and_description(self, name: str) -> tuple[str, str]:
        text = self._text("description") or self._text("objects")
        text = self._short(calm(_plainly(text), name), LONGEST_TEXT, "description")
        if self.cut:
            text = without_whole_postcodes(text)
        if not text:
            return ("" if self.register else _sorted_under(self.tags)), ""
        summary = shorten(" ".join(first_sentence(text).split()), LONGEST_SUMMARY)
        return summary, "" if summary == text else text

    def _place(self) -> PlaceDraft | None:
        postcode = self._postcode()
        here = point(self.row.get("lat"), self.row.get("lon"))
        if here.note:
            self.notes.append(here.note)
        place = self._about(postcode, here) if self.cut else self._at(postcode, here)
        return place if place.address or place.postcode or place.lat is not None else None

    def _at(self, postcode: Postcode | None, here: Point) -> PlaceDraft:
        address = shorten(meant(_address(self.texts["address"])), LONGEST_ADDRESS)
        exact = here.lat is not None and "postcode" not in self._line("latlon_from").casefold()
        return PlaceDraft(address, str(postcode or ""), here.lat, here.lon, "exact" if exact else "postcode")

    def _about(self, postcode: Postcode | None, here: Point) -> PlaceDraft:
        """Never finer than a sector: its own middle as given, none (to be looked up), or about a kilometre."""
        sector = (postcode.sector or postcode.outward) if postcode else ""
        lat, lon = here.lat, here.lon
        if lat is not None and lon is not None and "sector" not in self._line("latlon_from").casefold():
            lat, lon = (None, None) if sector else (round(lat, 2), round(lon, 2))
        return PlaceDraft("", sector, lat, lon, "sector")

    def _postcode(self) -> Postcode | None:
        for field in ("postcode", "postcode_sector"):
            text = meant(self._line(field))
            if not text:
                continue
            read = parse_postcode(text)
            if isinstance(read, Postcode):
                return read
            self.notes.append("the postcode is not a postcode and was left out")
        return None

    def _url(self) -> str:
        url = website(meant(self._line("url")))
        if url is None:
            self.notes.append(UNUSABLE)
        return url or ""

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


def _address(text: str) -> str:
    """An address on one line, its lines with commas between them."""
    lines = (line.strip(" ,") for line in paragraphs(text).split("\n"))
    return ", ".join(line for line in lines if line)


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
