"""Where a row says that it is: its places, never finer than its source may tell.

Invariant: pure; a place of a source whose addresses may be homes is a sector's at most, and has no address or name.
What is no postcode or no point is said in a note.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from cms.geo.postcode import INWARD_LETTERS, Postcode, parse_postcode
from cms.imports.drafts import PlaceDraft
from cms.imports.points import Point, point
from cms.imports.text import meant, one_line, paragraphs, shorten
from cms.imports.values import texts

LONGEST_ADDRESS, LONGEST_PLACE_NAME, MOST_PLACES = 250, 160, 40
_WHOLE = re.compile(rf"\b([A-Za-z]{{1,2}}[0-9][0-9A-Za-z]?)\s*([0-9][{INWARD_LETTERS}]{{2}})\b", re.IGNORECASE)
_NUMBERS = re.compile(r"-?\d{1,2}\.\d+")
NO_POSTCODE = "the postcode is not a postcode and was left out"


class Where(NamedTuple):
    """Places, what they are called (in the same order), and what was put right."""

    places: tuple[PlaceDraft, ...]
    names: tuple[str, ...]
    notes: tuple[str, ...]


def places_of(row: Mapping[str, Any], *, cut: bool) -> Where:
    """The places of a row. `cut`: its source's addresses may be homes."""
    given = row.get("places")
    notes: list[str] = []
    found: dict[PlaceDraft, str] = {}
    for one in given if given is not None else [row]:
        place = _about(one, notes) if cut else _at(one, notes)
        if place.address or place.postcode or place.lat is not None:
            found.setdefault(place, "" if cut else shorten(_name(one), LONGEST_PLACE_NAME))
    if len(found) > MOST_PLACES:
        notes.append(f"only the first {MOST_PLACES} places were taken")
    places = list(found)[:MOST_PLACES]
    return Where(tuple(places), tuple(found[place] for place in places), tuple(dict.fromkeys(notes)))


def _at(one: Mapping[str, Any], notes: list[str]) -> PlaceDraft:
    here = _point(one, notes)
    address = meant(_address(one))
    postcode = _postcode(one, notes)
    name = meant(_text(one, "place_name"))
    if not address and _WHOLE.search(name):
        address = name  # "Library, Market Place, M33 7ZF" in one column
    if postcode is None and (told := _WHOLE.search(address)):
        read = parse_postcode(f"{told[1]} {told[2]}")
        postcode = read if isinstance(read, Postcode) else None
    if postcode is not None:
        address = _without(address, postcode)
    if not address and not here.lat and postcode is None:
        address = name
    exact = here.lat is not None and "postcode" not in _text(one, "latlon_from").casefold()
    return PlaceDraft(
        shorten(address, LONGEST_ADDRESS), str(postcode or ""), here.lat, here.lon, "exact" if exact else "postcode"
    )


def _name(one: Mapping[str, Any]) -> str:
    """What the place is called; the first part of a whole address that stands in place of a name."""
    name = meant(_text(one, "place_name"))
    return name.partition(",")[0].strip() if _WHOLE.search(name) else name


def _about(one: Mapping[str, Any], notes: list[str]) -> PlaceDraft:
    """Never finer than a sector: its own middle as given, none (to be looked up), or about a kilometre."""
    postcode, here = _postcode(one, notes), _point(one, notes)
    sector = (postcode.sector or postcode.outward) if postcode else ""
    lat, lon = here.lat, here.lon
    if lat is not None and lon is not None and "sector" not in _text(one, "latlon_from").casefold():
        lat, lon = (None, None) if sector else (round(lat, 2), round(lon, 2))
    return PlaceDraft("", sector, lat, lon, "sector")


def _point(one: Mapping[str, Any], notes: list[str]) -> Point:
    pair = _NUMBERS.findall(_text(one, "latlon")) if one.get("latlon") else []
    lat, lon = (pair[0], pair[1]) if len(pair) >= 2 else (_first(one, "lat"), _first(one, "lon"))
    here = point(lat, lon)
    if here.note and not (len(pair) >= 2 and here.lat is not None):
        notes.append(here.note)
    return here


def _postcode(one: Mapping[str, Any], notes: list[str]) -> Postcode | None:
    for field in ("postcode", "postcode_sector"):
        text = meant(_text(one, field))
        if not text:
            continue
        read = parse_postcode(text)
        if isinstance(read, Postcode):
            return read
        notes.append(NO_POSTCODE)
    return None


def _address(one: Mapping[str, Any]) -> str:
    """An address on one line, its lines with commas between them, none of them twice."""
    lines: dict[str, str] = {}
    for text in texts(one.get("address")):
        for line in paragraphs(text).split("\n"):
            if clean := meant(line.strip(" ,")):
                lines.setdefault(clean.casefold(), clean)
    return ", ".join(lines.values())


def _without(address: str, postcode: Postcode) -> str:
    """The address without the postcode that stands beside it."""
    if postcode.inward is None:
        return address
    pattern = rf"[\s,]*\b{re.escape(postcode.outward)}\s*{re.escape(str(postcode.inward))}\b\.?"
    return re.sub(pattern, "", address, flags=re.IGNORECASE).strip(" ,")


def _text(one: Mapping[str, Any], field: str) -> str:
    return one_line(next(iter(texts(one.get(field))), ""))


def _first(one: Mapping[str, Any], field: str) -> Any:
    value = one.get(field)
    return value[0] if isinstance(value, list) and value else value
