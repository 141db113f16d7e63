"""Great Britain's postcodes and place names as one layer of a gazetteer.

Invariant: opened once for each process, reads from the packed files, keeps nothing of what was asked.
"""

import math
from pathlib import Path

from cms.geo.answers import Found, NotFound
from cms.geo.places import Place, PlaceTable
from cms.geo.postcode import Postcode
from cms.geo.postcodes import PostcodeTable
from cms.geo.reading import Point, coarse, read

DATA = Path(__file__).parent / "data"
_NEAR_SECTORS = 8
# A point further than this from every postcode is at sea or abroad.
_FURTHEST_DEGREES = 0.5


class NationalGazetteer:
    """Every postcode of Great Britain and its place names; `near` ranks places of one name by nearness."""

    def __init__(self, folder: Path = DATA, near: Point | None = None) -> None:
        self._postcodes = PostcodeTable(folder)
        self._places = PlaceTable(folder)
        self._near = near

    def find(self, text: str) -> Found | NotFound:
        """What the text stands for. See `gazetteer.Gazetteer`."""
        return read(text, (self,), self._near)

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector. See `gazetteer.Gazetteer`."""
        return coarse(found, (self,))

    def postcode(self, postcode: Postcode) -> Found | None:
        """A postcode in use. Where only the outward code is known (Northern Ireland and the islands), that."""
        found = self._postcodes.find(postcode)
        if found is None and postcode.digit is not None:
            around = self._postcodes.find(Postcode(postcode.outward))
            return around if around is not None and not around.district_code else None
        return found

    def has_area(self, letters: str) -> bool:
        """Whether any postcode starts with these letters and a digit."""
        return self._postcodes.has_area(letters)

    def code(self, code: str) -> Found | None:
        """A ward or district by its nine-character code."""
        return self._postcodes.ward(code)

    def named(self, folded: str) -> list[Found]:
        """Places of this folded name, the largest kind first, each with a label that tells it from the others."""
        places = self._places.find(folded)
        labels = [place.label for place in places]
        return [self._found(place, labels.count(place.label) > 1) for place in places]

    def similar(self, folded: str) -> list[Found]:
        """Places with nearly this name."""
        return [self._found(place, False) for place in self._places.similar(folded)]

    def nearest(self, lat: float, lon: float) -> Found | None:
        """The sector of the nearest postcode, at its centroid, with that postcode's ward; None at sea or abroad."""
        shrink = math.cos(math.radians(lat))
        units = [
            (math.hypot(unit[1] - lat, (unit[2] - lon) * shrink), at, unit[3])
            for at in self._postcodes.near_sectors(lat, lon, _NEAR_SECTORS)
            for unit in self._postcodes.units_of(at)
        ]
        away, at, ward = min(units)
        if away > _FURTHEST_DEGREES:
            return None
        sector = self._postcodes.sector(at)
        ward_code, district_code = self._postcodes.ward_codes(ward)
        return Found(sector.label, sector.lat, sector.lon, "sector", ward_code, district_code)

    def _found(self, place: Place, shared_label: bool) -> Found:
        outward = self._postcodes.outward_label(place.outward)
        label = f"{place.name}, {outward}" if shared_label and outward else place.label
        ward, district = self._postcodes.ward_codes(place.ward)
        names = (place.authority, place.district)
        return Found(label, place.lat, place.lon, "place", ward, district, kind=place.kind, known_as=names)
