"""A table of postcodes, streets and areas that somebody loads: a council's own names, or the demonstration borough.

Invariant: kept in memory and never changed once built; a row that cannot be read stops the build with its reason.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from cms.geo.answers import Found, NotFound, Precision
from cms.geo.names import fold
from cms.geo.postcode import Postcode, PostcodeProblem, parse_postcode
from cms.geo.reading import Point, coarse, metres_apart, read

_NATIONAL_CODE = re.compile(r"[EWSN]\d{8}")
_LONGEST_SLIP = 2
_FURTHEST_METRES = 50_000.0


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a loaded table; every field may be left out that is not known.

    `name` is a street (with a postcode), or a place or ward (`kind` "ward", "town", ...). A row of only a ward's or a
    district's code and name gives that code its name. Latitude and longitude are WGS 84 degrees; without them a row
    takes the point of its postcode or its ward.
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


class TableGazetteer:
    """Units as given, with their sectors and outward codes at the mean of them, and the names of streets and wards.

    `point_of` gives the point of a ward's or district's code that the rows do not place, and may give None.
    """

    def __init__(self, rows: Iterable[TableRow], point_of: Callable[[str], Found | None] | None = None) -> None:
        kept = list(rows)
        self._point_of = point_of or (lambda code: None)
        self.ward_names = _names_of((row.ward_code, row.ward_name) for row in kept)
        self.district_names = _names_of((row.district_code, row.district_name) for row in kept)
        self._units = {found.label: found for row in kept if (found := self._unit(row))}
        self._wider = _wider(self._units.values())
        self._codes = self._areas(kept)
        self._names = self._by_name(kept)

    def find(self, text: str) -> Found | NotFound:
        """What the text stands for. See `gazetteer.Gazetteer`."""
        return read(text, (self,))

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector. See `gazetteer.Gazetteer`."""
        return coarse(found, (self,))

    def postcode(self, postcode: Postcode) -> Found | None:
        """A unit of the table, or the middle of its units in a sector or an outward code."""
        label = str(postcode)
        return self._units.get(label) or self._wider.get(label)

    def has_area(self, letters: str) -> bool:
        """Whether any postcode of the table starts with these letters and a digit."""
        return any(label[: len(letters)] == letters and label[len(letters)].isdigit() for label in self._units)

    def code(self, code: str) -> Found | None:
        """A ward or district by its code."""
        return self._codes.get(code)

    def named(self, folded: str) -> Sequence[Found]:
        """Wards, then streets, then places of this folded name."""
        return self._names.get(folded, ())

    def similar(self, folded: str) -> Sequence[Found]:
        """Names of the table nearly like this one."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = min(_LONGEST_SLIP, len(folded) // 4)
        hits = process.extract(folded, self._names.keys(), scorer=OSA.distance, score_cutoff=slips, limit=3)
        return [self._names[name][0] for name, _, _ in hits]

    def nearest(self, lat: float, lon: float) -> Found | None:
        """The sector of the nearest unit, at its middle, with that unit's ward; None beyond 50 km."""
        unit = min(self._units.values(), key=lambda it: metres_apart((lat, lon), (it.lat, it.lon)), default=None)
        if unit is None or metres_apart((lat, lon), (unit.lat, unit.lon)) > _FURTHEST_METRES:
            return None
        sector = self._wider[unit.label[:-2]]
        return replace(unit, label=sector.label, lat=sector.lat, lon=sector.lon, precision="sector")

    def named_ones(self, found: Found) -> Found:
        """The same with the names that this table has for its ward and its district."""
        ward = found.ward_name or self.ward_names.get(found.ward_code, "")
        district = found.district_name or self.district_names.get(found.district_code, "")
        return (
            found
            if (ward, district) == (found.ward_name, found.district_name)
            else replace(found, ward_name=ward, district_name=district)
        )

    def _unit(self, row: TableRow) -> Found | None:
        if not row.postcode or row.lat is None or row.lon is None:
            return None
        postcode = parse_postcode(row.postcode)
        if isinstance(postcode, PostcodeProblem) or postcode.inward is None:
            raise ValueError(
                f"{row.postcode!r} in the table is not a whole postcode. Correct that row and load it again."
            )
        return self._found(str(postcode), (row.lat, row.lon), "unit", row)

    def _found(self, label: str, point: Point, precision: Precision, row: TableRow, kind: str = "") -> Found:
        ward, district = self.ward_names.get(row.ward_code, ""), self.district_names.get(row.district_code, "")
        return Found(
            label, *point, precision, row.ward_code, row.district_code, (), ward, district, kind,
            known_as=(ward, district, row.ward_code),
        )  # fmt: skip

    def _areas(self, rows: list[TableRow]) -> dict[str, Found]:
        """Every ward and district with a point: given with its name, or the middle of its units, or from elsewhere."""
        areas: dict[str, Found] = {}
        for precision, code_field in (("ward", "ward_code"), ("district", "district_code")):
            for row in rows:
                code = getattr(row, code_field)
                if not code or code in areas:
                    continue
                units = [unit for unit in self._units.values() if getattr(unit, code_field) == code]
                point = _middle(units) if units else self._elsewhere(code)
                if point is not None:
                    name = (self.ward_names if precision == "ward" else self.district_names).get(code, code)
                    areas[code] = self._found(name, point, precision, row, kind=precision)  # type: ignore[arg-type]
        return areas

    def _elsewhere(self, code: str) -> Point | None:
        found = self._point_of(code)
        return None if found is None else (found.lat, found.lon)

    def _by_name(self, rows: list[TableRow]) -> dict[str, tuple[Found, ...]]:
        names: dict[str, list[Found]] = defaultdict(list)
        for area in self._codes.values():
            names[fold(area.label)].append(area)
        for row in rows:
            found = self._named_row(row)
            if found and not any(same.ward_code == found.ward_code for same in names[fold(row.name)]):
                names[fold(row.name)].append(found)
        return {name: _told_apart(found) for name, found in names.items() if found}

    def _named_row(self, row: TableRow) -> Found | None:
        if not row.name:
            return None
        street = bool(row.postcode) and row.kind in ("", "street")
        if row.lat is not None and row.lon is not None:
            point: Point | None = row.lat, row.lon
        else:
            unit = self._units.get(str(parse_postcode(row.postcode)))
            area = self._codes.get(row.ward_code)
            point = (unit.lat, unit.lon) if unit else (area.lat, area.lon) if area else None
        if point is None:
            return None
        kind = row.kind or ("street" if street else "place")
        return self._found(row.name, point, "street" if street else "place", row, kind)


def _names_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names of codes; a code of words, such as weavers-fold, is its own name until a better one comes."""
    names: dict[str, str] = {}
    for code, name in pairs:
        spoken = "" if not code or _NATIONAL_CODE.fullmatch(code) else code.replace("-", " ").title()
        if code and (name or (spoken and code not in names)):
            names[code] = name or spoken
    return names


def _wider(units: Iterable[Found]) -> dict[str, Found]:
    """Sectors and outward codes by label, each at the middle of its units, in the ward of most of them."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for unit in units:
        groups[unit.label[:-2]].append(unit)
        groups[unit.label.split()[0]].append(unit)
    return {label: _group(label, found) for label, found in groups.items()}


def _group(label: str, units: list[Found]) -> Found:
    wards = [unit.ward_code for unit in units]
    commonest = max(units, key=lambda unit: wards.count(unit.ward_code))
    lat, lon = _middle(units)
    precision: Precision = "sector" if " " in label else "outward"
    return replace(commonest, label=label, lat=lat, lon=lon, precision=precision)


def _middle(points: Sequence[Found]) -> Point:
    count = len(points)
    return round(sum(it.lat for it in points) / count, 5), round(sum(it.lon for it in points) / count, 5)


def _told_apart(found: list[Found]) -> tuple[Found, ...]:
    """Several of one name get their ward behind it, except a ward itself."""
    if len(found) == 1:
        return tuple(found)
    return tuple(
        replace(one, label=f"{one.label}, {one.ward_name}") if one.ward_name and one.precision != "ward" else one
        for one in found
    )
