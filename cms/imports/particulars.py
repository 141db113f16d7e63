"""What a row says beyond name, text and place: times, whom to ask, who it is for, getting in, and words to keep.

Invariant: pure; times become sessions only where they leave no doubt, and stay as words otherwise. A library's opening
hours are no sessions: nobody meets there then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cms.costs import summary
from cms.imports.ages import age, ages
from cms.imports.costs import cost_of
from cms.imports.drafts import SessionDraft
from cms.imports.getting_in import access
from cms.imports.prices import prices
from cms.imports.reaching import contacts
from cms.imports.text import meant, one_line, paragraphs, shorten
from cms.imports.times.columns import DAY_NAMES, sessions_of
from cms.imports.times.spoken import sessions_in
from cms.imports.values import texts, words

LONGEST_WHO_FOR, LONGEST_WORDS, MOST_WORDS, MOST_SESSIONS = 200, 2_000, 100, 60
_OPEN_HOURS = frozenset({"place"})


@dataclass(slots=True)
class Particulars:
    """`values`: of the fields of `Content`; `words`: times as given, in place of the row's own; `kept`: by heading."""

    values: dict[str, Any]
    words: str = ""
    kept: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def particulars(row: Mapping[str, Any], *, kind: str, places: int, cut: bool) -> Particulars:
    """Read them. `places`: how many the row has; `cut`: its telephone numbers may be of somebody's home, too."""
    sessions, told = _times(row, places) if kind not in _OPEN_HOURS else ((), _as_words(row))
    people, notes = contacts(
        texts(row.get("phone")), texts(row.get("email")), _text(row, "contact_name"), _text(row, "contact_role"),
        texts(row.get("contact")), visibility="partner" if cut else str(row.get("contacts_for") or "public"),
    )  # fmt: skip
    who_for, youngest, oldest = _who(row)
    facts = row.get("access")
    cells = {key: words(value) or "" for key, value in facts.items()} if isinstance(facts, Mapping) else {}
    known = access(cells, _text(row, "access_words"))
    values: dict[str, Any] = {
        "sessions": sessions,
        "contacts": people,
        "access": known,
        "who_for": who_for,
        "min_age": youngest,
        "max_age": oldest,
    }
    found, rest = prices(row.get("prices") or ())
    values |= {
        "prices": found,
        "first_happens": shorten(meant(paragraphs(words(row.get("first_happens")) or "")), LONGEST_WORDS),
        "first_bring": shorten(meant(one_line(words(row.get("first_bring")) or "")), LONGEST_WHO_FOR),
    }
    if total := summary(found):
        values |= {"cost": total.cost, "cost_pence": total.pence}
        values |= {"cost_words": ""} if not row.get("cost") else {}
    elif rest and not row.get("cost"):
        told_cost = cost_of("; ".join(rest))
        values |= {"cost": told_cost.cost, "cost_pence": told_cost.pence, "cost_words": told_cost.words}
    kept = _kept(row)
    read = {fact.subject for fact in known}
    for subject, text in cells.items():
        if subject not in read and (clean := meant(one_line(text))):
            kept.setdefault(subject.replace("_", " ").capitalize(), shorten(clean, LONGEST_WORDS))
    return Particulars(values, told, kept, notes)


def _times(row: Mapping[str, Any], places: int) -> tuple[tuple[SessionDraft, ...], str]:
    """(sessions, words). All of the times are certain, or all of them are words besides those that are."""
    found: dict[SessionDraft, None] = {}
    told: list[str] = []
    for place, values in row.get("times") or ():
        sessions, text = sessions_of(values)
        found.update(
            dict.fromkeys(replace(each, place_at=place if places > 1 and place <= places else 0) for each in sessions)
        )
        told += [text] if text else []
    spoken = meant(paragraphs(words(row.get("schedule")) or ""))
    if spoken:
        sessions = sessions_in(spoken)
        if sessions and not found:
            found.update(dict.fromkeys(sessions))
        elif not (sessions and set(sessions) <= set(found)):
            told.insert(0, spoken)
    return tuple(found)[:MOST_SESSIONS], "\n".join(dict.fromkeys(told))


def _as_words(row: Mapping[str, Any]) -> str:
    """Opening hours of a place, in the words or the columns of its source."""
    told = [meant(paragraphs(words(row.get("schedule")) or ""))]
    for _, values in row.get("times") or ():
        told.append("; ".join(_column(code, said) for code, said in values.items()))
    return "\n".join(filter(None, dict.fromkeys(told)))


def _column(code: str, times: Sequence[str]) -> str:
    said = " to ".join(times) if len(times) == 2 else ", ".join(times)
    return f"{DAY_NAMES[code]} {said}" if code in DAY_NAMES else said


def _who(row: Mapping[str, Any]) -> tuple[str, int | None, int | None]:
    """(who it is for, youngest, oldest)."""
    said = [meant(_text(row, "who_for"))]
    youngest, oldest = age(_text(row, "min_age")) or None, age(_text(row, "max_age"))
    spoken = meant(_text(row, "age"))
    read = ages(spoken)
    if read.read and youngest is None and oldest is None:
        youngest, oldest = read.youngest, read.oldest
    elif spoken and not read.read:
        said.append(spoken)
    if oldest is not None and (oldest >= 99 or oldest == 0):
        oldest = None
    if youngest is not None and oldest is not None and youngest > oldest:
        said.append(f"Ages {youngest} to {oldest}")
        youngest = oldest = None
    if said[0] and not spoken and youngest is None and oldest is None and (told := ages(said[0])).read:
        youngest, oldest = told.youngest, told.oldest
    return shorten("; ".join(filter(None, dict.fromkeys(said))), LONGEST_WHO_FOR), youngest, oldest


def _kept(row: Mapping[str, Any]) -> dict[str, str]:
    """Words that no field takes, and what people wrote about getting in."""
    found = {}
    given = row.get("words")
    for heading, text in given.items() if isinstance(given, Mapping) else ():
        if clean := paragraphs(words(text) or ""):
            found[str(heading)[:200]] = shorten(clean, LONGEST_WORDS)
    if told := _text(row, "access_words"):
        found.setdefault("Getting in", shorten(told, LONGEST_WORDS))
    return dict(list(found.items())[:MOST_WORDS])


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return one_line(words(value[0] if isinstance(value, list) and value else value) or "")
