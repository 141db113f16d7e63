"""Pack place names: those of the source, the other names that people use for them, and the districts.

Invariant: a place keeps the name that its source gives it; only the comparison key is folded.
"""

import math
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from cms.geo import layout
from cms.geo.names import fold, spoken_authority
from cms.geo.packing.files import SourceRow, Texts, steps, write
from cms.geo.packing.postcodes import Codes, mean, points_by

_CELL = 0.02
_MOSTLY = 0.9


class Near(NamedTuple):
    """A postcode's point, with its ward number and its outward code's number."""

    lat: float
    lon: float
    ward: int
    outward: int


class Named(NamedTuple):
    """A place to pack. For a district `ward` is its own number among the districts."""

    name: str
    authority: str
    kind: str
    lat: float
    lon: float
    ward: int
    outward: int


_NOWHERE = Near(0.0, 0.0, layout.NO_WARD, layout.NO_WARD)


def write_places(
    to: Path, sources: list[SourceRow], rows: list[SourceRow], codes: Codes, other_names: list[SourceRow]
) -> None:
    """Write places.bin, its texts and districts.bin.

    Postcode districts among the names are left out: the postcode table has them.
    """
    places = _with_wards([place for place in sources if place["type"] in layout.KINDS], rows, codes)
    authorities = ["", *sorted({place.authority for place in places} - {""})]
    name_of = _district_names(places, codes)
    middle = {code: mean(points) for code, points in points_by(rows, "lad").items() if code}
    districts = [
        (code.encode(), authorities.index(name_of.get(number, "")), *middle[code])
        for code, number in codes.districts.items()
    ]
    write(to / "districts.bin", layout.DISTRICT, districts)
    (to / "authorities.bin").write_bytes(b"".join(name.encode() + b"\0" for name in authorities))
    everything = list(places)
    taken = _towns(places, codes)
    for number, (_, _, lat, lon) in enumerate(districts):
        authority = name_of.get(number)
        if authority and fold(spoken_authority(authority)) not in taken[number]:
            point = lat / layout.STEPS, lon / layout.STEPS
            everything.append(Named(spoken_authority(authority), authority, "district", *point, number, layout.NO_WARD))
    _write_rows(to, everything + _other_names(everything, other_names), authorities)


def _write_rows(to: Path, places: list[Named], authorities: list[str]) -> None:
    folded, names = Texts(), Texts()
    ordered = sorted(places, key=lambda it: (fold(it.name), layout.KINDS.index(it.kind), it.authority, it.lat, it.lon))
    table = [
        (
            *folded.add(fold(place.name)),
            *names.add(place.name),
            authorities.index(place.authority),
            layout.KINDS.index(place.kind),
            steps(place.lat),
            steps(place.lon),
            place.ward,
            place.outward,
        )
        for place in ordered
    ]
    write(to / "places.bin", layout.PLACE, table)
    (to / "folded.bin").write_bytes(folded.bytes)
    (to / "names.bin").write_bytes(names.bytes)


def _with_wards(sources: list[SourceRow], rows: list[SourceRow], codes: Codes) -> list[Named]:
    """Places with the ward of their nearest postcode. A missing authority is the one most named in that district."""
    cells: dict[tuple[int, int], list[Near]] = defaultdict(list)
    for row in rows:
        lat, lon = float(row["lat"]), float(row["lon"])
        outward = codes.outwards[row["postcode"].split()[0]]
        near = Near(lat, lon, codes.wards.get(row["ward"], layout.NO_WARD), outward)
        cells[math.floor(lat / _CELL), math.floor(lon / _CELL)].append(near)
    places = []
    for source in sources:
        lat, lon = float(source["lat"]), float(source["lon"])
        near = _nearest(lat, lon, cells)
        places.append(
            Named(source["name"], source["local_authority"], source["type"], lat, lon, near.ward, near.outward)
        )
    tally: dict[int | None, Counter[str]] = defaultdict(Counter)
    for place in places:
        if place.authority:
            tally[codes.district_of.get(place.ward)][place.authority] += 1
    commonest = {district: names.most_common(1)[0][0] for district, names in tally.items() if district is not None}
    return [
        place._replace(authority=place.authority or commonest.get(codes.district_of.get(place.ward, -1), ""))
        for place in places
    ]


def _nearest(lat: float, lon: float, cells: dict[tuple[int, int], list[Near]]) -> Near:
    """The nearest postcode; _NOWHERE when none is within some 15 km."""
    row, column, shrink = math.floor(lat / _CELL), math.floor(lon / _CELL), math.cos(math.radians(lat))
    for reach in (1, 3, 10):
        around = [
            point
            for down in range(-reach, reach + 1)
            for along in range(-reach, reach + 1)
            for point in cells.get((row + down, column + along), ())
        ]
        if around:
            return min(around, key=lambda point: math.hypot(point.lat - lat, (point.lon - lon) * shrink))
    return _NOWHERE


def _district_names(places: list[Named], codes: Codes) -> dict[int, str]:
    """The authority that stands for a district's number: nine in ten of its places name it and are there.

    Authorities that have been merged or split since the names were taken are left without a name.
    """
    in_district: dict[int, Counter[str]] = defaultdict(Counter)
    of_authority: Counter[str] = Counter()
    for place in places:
        district = codes.district_of.get(place.ward)
        if district is not None and place.authority:
            in_district[district][place.authority] += 1
            of_authority[place.authority] += 1
    names = {}
    for district, tally in in_district.items():
        authority, count = tally.most_common(1)[0]
        if count >= _MOSTLY * tally.total() and count >= _MOSTLY * of_authority[authority]:
            names[district] = authority
    return names


def _towns(places: list[Named], codes: Codes) -> dict[int, set[str]]:
    """The folded names of the cities and towns in each district, which a district of that name need not repeat."""
    towns: dict[int, set[str]] = defaultdict(set)
    for place in places:
        if place.kind in ("city", "town") and place.ward in codes.district_of:
            towns[codes.district_of[place.ward]].add(fold(place.name))
    return towns


def _other_names(places: list[Named], rows: list[SourceRow]) -> list[Named]:
    """Names that people use for places that the source lists under another one. Raises ValueError for a stale line."""
    by_name: dict[str, list[Named]] = defaultdict(list)
    for place in places:
        by_name[place.name].append(place)
    named = []
    for row in rows:
        listed = [it for it in by_name[row["listed"]] if spoken_authority(it.authority) == row["authority"]]
        if not listed:
            raise ValueError(f"other_names.csv: no place {row['listed']} in {row['authority']}. Correct that line.")
        named.append(min(listed, key=lambda it: layout.KINDS.index(it.kind))._replace(name=row["other"]))
    return named
