"""A table of postcodes, streets and areas that somebody loads: a council's own names, or the demonstration borough.

Invariant: kept in memory and never changed once built.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cms.geo import table_build
from cms.geo.answers import Found, NotFound
from cms.geo.coarse import coarse
from cms.geo.layers import Point, metres_apart, nearest
from cms.geo.postcode import Postcode
from cms.geo.reading import exact, read
from cms.geo.table_build import PointOf, TableRow

_MOST_SLIPS = 2
_LETTERS_FOR_A_SLIP = 4


class TableGazetteer:
    """Units as given, with their sectors and outward codes at the mean of them, and the names of streets and wards.

    `point_of` gives the point of a ward's or district's code that no unit of the table places. Raises ValueError for a
    row that is wrong.
    """

    def __init__(self, rows: Iterable[TableRow], point_of: PointOf = lambda code: None) -> None:
        kept = list(rows)
        self.names = table_build.area_names(kept)
        self._units = table_build.units(kept, self.names)
        self._wider = table_build.wider(self._units.values())
        self._areas = table_build.areas(kept, self._units.values(), self.names, point_of)
        self._by_name = table_build.by_name(kept, self._units, self._areas, self.names)

    def find(self, text: str) -> Found | NotFound:
        """What the text stands for. See `gazetteer.Gazetteer`."""
        return read(text, (self,))

    def exact(self, text: str) -> Found | None:
        """What the whole text is the name of. See `gazetteer.Gazetteer`."""
        return exact(text, (self,))

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector. See `gazetteer.Gazetteer`."""
        return coarse(found, (self,))

    def nearest(self, lat: float, lon: float) -> Found | None:
        """The sector of the nearest postcode. See `gazetteer.Gazetteer`."""
        return nearest(lat, lon, (self,))

    def postcode(self, postcode: Postcode) -> Found | None:
        """A unit of the table, or the middle of its units in a sector or an outward code."""
        label = str(postcode)
        return self._units.get(label) or self._wider.get(label)

    def has_area(self, letters: str) -> bool:
        """Whether any postcode of the table starts with these letters and a digit."""
        return any(label.startswith(letters) and label[len(letters)].isdigit() for label in self._wider)

    def code(self, code: str) -> Found | None:
        """A ward or district by its code, once the table gives it a name or a postcode."""
        return self._areas.get(code)

    def named(self, folded: str) -> Sequence[Found]:
        """Wards and districts, then streets and places, of this folded name."""
        return self._by_name.get(folded, ())

    def starting(self, folded: str, most: int) -> Sequence[Found]:
        """Names of the table that begin so, by the alphabet."""
        names = sorted(name for name in self._by_name if name.startswith(folded))
        return [self._by_name[name][0] for name in names[:most]]

    def similar(self, folded: str) -> Sequence[Found]:
        """Names of the table nearly like this one."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = min(_MOST_SLIPS, len(folded) // _LETTERS_FOR_A_SLIP)
        hits = process.extract(folded, self._by_name.keys(), scorer=OSA.distance, score_cutoff=slips, limit=3)
        return [self._by_name[name][0] for name, _, _ in hits]

    def nearest_unit(self, lat: float, lon: float) -> tuple[float, Found] | None:
        """How far the nearest unit is, in metres, and its sector with that unit's ward."""
        if not self._units:
            return None
        metres, label = min((metres_apart((lat, lon), (it.lat, it.lon)), it.label) for it in self._units.values())
        unit, sector = self._units[label], self._wider[label[:-2]]
        return metres, replace(unit, label=sector.label, lat=sector.lat, lon=sector.lon, precision="sector")

    def units_in(self, code: str) -> list[Point]:
        """The points of the table's postcodes in a ward, by its code, or in a sector."""
        return [
            (unit.lat, unit.lon) for label, unit in self._units.items() if unit.ward_code == code or label[:-2] == code
        ]

    def with_names(self, found: Found) -> Found:
        """The same with the names that this table has for its ward and its district."""
        ward = self.names.wards.get(found.ward_code, found.ward_name)
        district = self.names.districts.get(found.district_code, found.district_name)
        return replace(found, ward_name=ward, district_name=district)
