"""Build the look-up tables of a loaded table from its rows.

Invariant: pure; a row that cannot be read raises ValueError with what to do, and no row is dropped in silence but those
that nothing places.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cms.geo.answers import Found, Precision
from cms.geo.layers import Point
from cms.geo.names import fold
from cms.geo.postcode import Postcode, parse_postcode

PointOf = Callable[[str], Found | None]

_NATIONAL_CODE = re.compile(r"[EWSN]\d{8}")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a loaded table; leave out what is not known.

    `name` is a street (with a postcode), or a place (`kind` says what it is). A row of only a ward's or a district's
    code and name gives that code its name. Latitude and longitude are WGS 84 degrees; a named row without them takes
    the point of its postcode or else of its ward.
    """

    postcode: str = ""
    lat: float | None = None
    lon: float | None = None
    ward_code: str = ""
    ward_name: str = ""
    district_code: str = ""
    district_name: str = ""
    name: str = ""
    kind: str = ""

    @property
    def point(self) -> Point | None:
        """Latitude and longitude, when both are given."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


class AreaNames(NamedTuple):
    """The names of ward and district codes."""

    wards: dict[str, str]
    districts: dict[str, str]

    def found(self, label: str, point: Point, precision: Precision, row: TableRow, kind: str = "") -> Found:
        """An answer at a point, with the row's ward and district and their names."""
        ward, district = self.wards.get(row.ward_code, ""), self.districts.get(row.district_code, "")
        known_as = tuple(name for name in (ward, district, row.ward_code) if name)
        codes = row.ward_code, row.district_code
        return Found(label, *point, precision, *codes, (), ward, district, kind, known_as)


def area_names(rows: Sequence[TableRow]) -> AreaNames:
    """The names that the rows give to wards and districts."""
    return AreaNames(
        _names((row.ward_code, row.ward_name) for row in rows),
        _names((row.district_code, row.district_name) for row in rows),
    )


def units(rows: Iterable[TableRow], names: AreaNames) -> dict[str, Found]:
    """The unit postcodes that have a point, by how they are written. Raises ValueError for one that is not whole."""
    found: dict[str, Found] = {}
    for row in rows:
        if not row.postcode:
            continue
        whole = parse_postcode(row.postcode)
        if not isinstance(whole, Postcode) or whole.inward is None:
            raise ValueError(f"{row.postcode!r} is not a whole postcode. Correct that row of the table.")
        if row.point:
            found.setdefault(str(whole), names.found(str(whole), row.point, "unit", row))
    return found


def wider(units: Iterable[Found]) -> dict[str, Found]:
    """Sectors and outward codes by label, each at the middle of its units, in the ward of most of them."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for unit in units:
        groups[unit.label[:-2]].append(unit)
        groups[unit.label.split()[0]].append(unit)
    return {label: _group(label, group) for label, group in groups.items()}


def areas(rows: Sequence[TableRow], units: Iterable[Found], names: AreaNames, point_of: PointOf) -> dict[str, Found]:
    """Wards and districts by code, each at the middle of its units, or where `point_of` says that the code is."""
    in_area: dict[str, list[Found]] = defaultdict(list)
    for unit in units:
        in_area[unit.ward_code].append(unit)
        in_area[unit.district_code].append(unit)
    found: dict[str, Found] = {}
    for row in rows:
        levels: tuple[tuple[Precision, str, dict[str, str]], ...] = (
            ("ward", row.ward_code, names.wards),
            ("district", row.district_code, names.districts),
        )
        for level, code, name_of in levels:
            if code and code not in found and (point := _point(in_area[code], point_of(code))):
                found[code] = names.found(name_of.get(code, code), point, level, row, kind=level)
    return found


def by_name(
    rows: Iterable[TableRow], units: dict[str, Found], areas: dict[str, Found], names: AreaNames
) -> dict[str, tuple[Found, ...]]:
    """Wards and districts, then streets and places, under their folded names; one a ward for each name."""
    found: dict[str, dict[str, Found]] = defaultdict(dict)
    for code, area in areas.items():
        found[fold(area.label)][code] = area
    for row in rows:
        unit = units.get(str(parse_postcode(row.postcode))) if row.postcode else None
        if row.name and (place := _named(row, unit, areas, names)):
            found[fold(row.name)].setdefault(f"{place.ward_code} {place.kind}", place)
    return {name: _told_apart(list(group.values())) for name, group in found.items() if name}


def _named(row: TableRow, unit: Found | None, areas: dict[str, Found], names: AreaNames) -> Found | None:
    kind = row.kind or ("street" if row.postcode else "place")
    at = unit or areas.get(row.ward_code)
    point = row.point or ((at.lat, at.lon) if at else None)
    if point is None:
        return None
    if unit is not None and not row.ward_code:
        row = replace(row, ward_code=unit.ward_code, district_code=unit.district_code)
    return names.found(row.name, point, "street" if kind == "street" else "place", row, kind)


def _names(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names of codes. A code made of words, such as weavers-fold, is its own name until a row gives a better one."""
    names: dict[str, str] = {}
    for code, name in pairs:
        spoken = "" if _NATIONAL_CODE.fullmatch(code) else code.replace("-", " ").title()
        if code and (name or (spoken and code not in names)):
            names[code] = name or spoken
    return names


def _group(label: str, units: list[Found]) -> Found:
    commonest = Counter(unit.ward_code for unit in units).most_common(1)[0][0]
    one = next(unit for unit in units if unit.ward_code == commonest)
    lat, lon = _middle(units)
    return replace(one, label=label, lat=lat, lon=lon, precision="sector" if " " in label else "outward")


def _point(units: list[Found], elsewhere: Found | None) -> Point | None:
    if units:
        return _middle(units)
    return None if elsewhere is None else (elsewhere.lat, elsewhere.lon)


def _middle(points: Sequence[Found]) -> Point:
    count = len(points)
    return round(sum(it.lat for it in points) / count, 5), round(sum(it.lon for it in points) / count, 5)


def _told_apart(found: list[Found]) -> tuple[Found, ...]:
    """Several streets or places of one name get their ward behind it."""
    if len(found) == 1:
        return tuple(found)
    return tuple(
        replace(one, label=f"{one.label}, {one.ward_name}") if one.ward_name and one.ward_name != one.label else one
        for one in found
    )
