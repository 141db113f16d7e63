"""What each column of one table means: guessed from its heading and from its cells together, and explained.

Invariant: pure; every column has an answer, and a field that takes one column gets the surest one. What somebody chose
(`chosen`) always holds.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from cms.imports.mapping.fields import ACCESS, KEEP, LINK, SKIP, lexicon, plain
from cms.imports.mapping.headings import ByHeading, by_heading, whose
from cms.imports.mapping.values import Looks, looks
from cms.imports.tables.table import Table

SURE_ENOUGH = 0.5
_OF_VALUES = {
    "postcode": "postcodes", "email": "e-mail addresses", "url": "web addresses", "phone": "telephone numbers",
    "lat": "latitudes", "lon": "longitudes", "latlon": "pairs of degrees", "day": "days", "time": "times",
    "times": "times", "date": "dates", "number": "numbers", "yesno": "yes or no", "text": "sentences",
    "address": "addresses",
}  # fmt: skip
# Fields whose cells have to look right: below this share the heading is not believed.
_NOT_BELIEVED = 0.25
_BELIEVED = 0.6
_ALONE = ("postcode", "email", "url", "phone", "latlon", "day", "address")
_WHERE = frozenset({"address", "postcode", "lat", "lon", "latlon", "place_name"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it is understood. `why`: in words, for people."""

    heading: str
    field: str
    why: str
    score: float = 0.0
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Guess:
    field: str
    score: float
    why: str


def columns_of(
    table: Table,
    role: str,
    links: Mapping[str, str],
    chosen: Mapping[str, str],
    looked: Sequence[Looks] | None = None,
    keys: Collection[str] = (),
) -> list[Column]:
    """The columns. `role`: what the table is of; `links`: heading -> why; `chosen`: plain heading -> field."""
    looked = looked or looks_of(table)
    guesses = [_guesses(heading, looked[at], role) for at, heading in enumerate(table.headings)]
    picked = _picked(table, guesses, links, chosen)
    picked = [
        _keyed(guess, heading in keys, role, picked) for guess, heading in zip(picked, table.headings, strict=True)
    ]
    if role == "main":
        picked = _with_a_name(table, picked, looked, chosen)
    return [
        Column(heading, guess.field, guess.why, round(guess.score, 2), tuple(table.column(at, 3)))
        for at, (heading, guess) in enumerate(zip(table.headings, picked, strict=True))
    ]


def looks_of(table: Table) -> list[Looks]:
    """What each column of a table looks like."""
    return [looks(table.column(at)) for at in range(len(table.headings))]


def _picked(
    table: Table, guesses: list[list[_Guess]], links: Mapping[str, str], chosen: Mapping[str, str]
) -> list[_Guess]:
    """The surest first; a field that takes one column is taken once."""
    found: dict[int, _Guess] = {}
    taken: set[str] = set()
    for at, heading in enumerate(table.headings):
        if answer := chosen.get(plain(heading)):
            found[at] = _Guess(answer, 1.0, "You chose this.")
            taken.add(answer)
        elif heading in links:
            found[at] = _Guess(LINK, 1.0, links[heading])
    order = sorted(
        ((guess.score, -at, at, guess) for at, row in enumerate(guesses) if at not in found for guess in row),
        key=lambda each: each[:2], reverse=True,
    )  # fmt: skip
    fields = lexicon().fields
    for score, _, at, guess in order:
        one = guess.field in fields and not fields[guess.field].many
        if at in found or score < SURE_ENOUGH or (one and guess.field in taken):
            continue
        found[at] = guess
        taken.add(guess.field)
    nothing = _Guess(KEEP, 0.0, "Nothing tells what this is, so its words are kept as they stand.")
    empty = _Guess(SKIP, 0.0, "Every cell is empty.")
    return [found.get(at) or (nothing if table.column(at, 1) else empty) for at in range(len(table.headings))]


def _keyed(guess: _Guess, is_key: bool, role: str, picked: Sequence[_Guess]) -> _Guess:
    """A column by which other tables name the rows is their id, or nothing but a join."""
    if not is_key or guess.field != KEEP:
        return guess
    why = "Other tables name its rows by this."
    if role == "main" and not any(each.field == "id" for each in picked):
        return _Guess("id", 0.8, why)
    return _Guess(SKIP if role == "main" else LINK, 0.8, why)


def _guesses(heading: str, seen: Looks, role: str) -> list[_Guess]:
    if not seen.filled or plain(heading) in lexicon().keep_headings:
        return []
    if answer := lexicon().role_headings.get(role, {}).get(plain(heading)):
        return [_Guess(answer, 1.0, f"The heading says “{plain(heading)}”.")]
    found = [_weighed(each, heading, seen) for each in by_heading(heading)]
    found += _by_values(seen, best=max((guess.score for guess in found), default=0.0))
    turned = lexicon().in_role.get(role, {})
    answers = [_Guess(turned.get(each.field, each.field), each.score, each.why) for each in found]
    return [each for each in answers if each.field != KEEP or each.score >= SURE_ENOUGH]


def _weighed(named: ByHeading, heading: str, seen: Looks) -> _Guess:
    """A guess from the heading, held against the cells."""
    code, score = _of_whom(named.code, heading), named.score
    said = f"The heading says “{named.words}”"
    if code == KEEP:
        return _Guess(SKIP, score, f"{said}, and a contact's own address may be somebody's home.")
    kind = lexicon().fields[code].values
    if kind == "text":
        return _Guess(code, score + 0.05 * seen.text, said + ".")
    if not kind:
        return _plainly(code, score, said, seen)
    share = max(seen.share(kind), seen.serial if kind == "date" else 0.0, _either_way(kind, seen))
    if share >= _BELIEVED:
        return _Guess(code, min(score + 0.1, 1.1), f"{said}, and {_count(share, seen)} are {_OF_VALUES[kind]}.")
    if other := _instead(code, seen):
        return _Guess(other, score * 0.9, f"{said}, but the cells are words and not {_OF_VALUES[kind]}.")
    if share < _NOT_BELIEVED:
        return _Guess(code, score * 0.3, f"{said}, but only {_count(share, seen)} are {_OF_VALUES[kind]}.")
    return _Guess(code, score * 0.9, f"{said}; {_count(share, seen)} are {_OF_VALUES[kind]}.")


def _plainly(code: str, score: float, said: str, seen: Looks) -> _Guess:
    """A field whose cells may be anything, unless they are plainly something else."""
    if code == "id":
        if seen.longest > 120 or seen.distinct < 0.9:
            return _Guess(code, score * 0.4, f"{said}, but its cells are not each other's likes once.")
        return _Guess(code, score + (0.05 if seen.distinct == 1 else 0), f"{said}, and no cell stands twice.")
    if code in ("name", "organisation", "place_name", "kind", "contact_name"):
        for kind in ("postcode", "email", "phone", "date", "url"):
            if seen.share(kind) >= _BELIEVED:
                return _Guess(code, score * 0.3, f"{said}, but the cells are {_OF_VALUES[kind]}.")
        if code != "place_name" and seen.length > 140:
            return _Guess("description", score * 0.9, f"{said}, and the cells are sentences.")
        if code == "name" and seen.filled >= 10 and seen.distinct < 0.5:
            return _Guess("taxonomy", score * 0.9, f"{said}, but the same cells come again and again.")
        if code == "name" and seen.number >= _BELIEVED:
            return _Guess(code, score * 0.3, f"{said}, but the cells are numbers.")
    if code in ("cost", "who_for", "age", "schedule", "description", "name") and seen.yesno >= 0.8:
        return _Guess(code, score * 0.3, f"{said}, but the cells are yes or no.")
    if code == "active" and seen.longest > 40:
        return _Guess(code, score * 0.3, f"{said}, but the cells are longer words.")
    if code == "url" and not seen.url:
        return _Guess(KEEP, score, f"{said}, but no cell is a web address.")
    return _Guess(code, score, f"{said}.")


def _of_whom(code: str, heading: str) -> str:
    """The name of a venue is no listing's name; where a contact lives is nobody's business (KEEP stands for that)."""
    owner = whose(heading)
    if code == "name" and owner in ("organisation", "place", "contact") and plain(heading) not in ("organisation",):
        return {"organisation": "organisation", "place": "place_name", "contact": "contact_name"}[owner]
    if owner == "contact" and code in _WHERE:
        return KEEP
    if owner == "organisation" and code in ("description", "summary"):
        return "organisation_description"
    return code


def _instead(code: str, seen: Looks) -> str:
    """What a column of the right heading and other cells is: words about it."""
    if code in ACCESS and seen.yesno < _NOT_BELIEVED:
        return "access_words"
    if code in ("day", "time") and seen.day < _BELIEVED:
        return "schedule"
    if code in ("starts", "ends", "first_date", "last_date"):
        swap = {"starts": "first_date", "ends": "last_date", "first_date": "starts", "last_date": "ends"}[code]
        kind = "date" if swap.endswith("date") else "time"
        return swap if max(seen.share(kind), seen.serial if kind == "date" else 0) >= _BELIEVED else "schedule"
    if code in ("min_age", "max_age"):
        return "age"
    if code in ("cost_amount", "is_free"):
        return "cost"
    if code == "term_time":
        return "schedule"
    if code == "phone" and seen.phone < _NOT_BELIEVED:
        return "contact" if seen.length > 12 else ""
    return ""


def _either_way(kind: str, seen: Looks) -> float:
    """Latitude and longitude the wrong way round are put right later."""
    return {"lat": seen.lon, "lon": seen.lat}.get(kind, 0.0)


def _by_values(seen: Looks, best: float) -> list[_Guess]:
    """A guess from the cells alone, where the heading tells little."""
    if best >= 0.6:
        return []
    found = [
        _Guess(kind, 0.55 + 0.2 * seen.share(kind), f"{_count(seen.share(kind), seen)} are {_OF_VALUES[kind]}.")
        for kind in _ALONE
        if seen.share(kind) >= _BELIEVED
    ]
    if seen.lat >= 0.9 and seen.filled > 1 and seen.length >= 6:
        found.append(_Guess("lat", 0.7, f"{_count(seen.lat, seen)} are {_OF_VALUES['lat']}."))
    if seen.lon >= 0.9 and seen.filled > 1 and seen.lat < 0.5 and seen.length >= 5:
        found.append(_Guess("lon", 0.6, f"{_count(seen.lon, seen)} are {_OF_VALUES['lon']}."))
    if not found and seen.text >= _BELIEVED and seen.length > 80:
        found.append(_Guess("description", 0.52, f"{_count(seen.text, seen)} are {_OF_VALUES['text']}."))
    return found


def _with_a_name(
    table: Table, picked: list[_Guess], looked: Sequence[Looks], chosen: Mapping[str, str]
) -> list[_Guess]:
    """A list of organisations names its listings by them; where no heading helps, the first short words do."""
    if any(guess.field == "name" for guess in picked) or "name" in chosen.values():
        return picked
    for field, why in (("organisation", "Nothing else names the listings, so their organisations do."),
                       ("place_name", "Nothing else names the listings, so their places do.")):  # fmt: skip
        at = next((at for at, guess in enumerate(picked) if guess.field == field), None)
        if at is not None and plain(table.headings[at]) not in chosen:
            picked[at] = _Guess("name", picked[at].score, why)
            return picked
    for at, guess in enumerate(picked):
        seen, free = looked[at], guess.field == KEEP and plain(table.headings[at]) not in chosen
        if free and seen.distinct > 0.7 and 3 < seen.length < 80 and max(seen.number, seen.date, seen.uuid) < 0.3:
            picked[at] = _Guess("name", 0.4, "The first column of short words that differ from row to row.")
            return picked
    return picked


def _count(share: float, seen: Looks) -> str:
    return f"{round(share * seen.filled):,} of {seen.filled:,} cells"
