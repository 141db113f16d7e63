"""Great Britain's postcodes and place names as one layer of a gazetteer.

Invariant: opened once for each process, reads from the packed files, keeps nothing of what was asked. Only the first
question for the nearest postcode brings numpy in, so that a start stays quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cms.geo.answers import Found, NotFound
from cms.geo.coarse import coarse
from cms.geo.layers import Point, nearest
from cms.geo.names import spoken_authority
from cms.geo.places import Place, PlaceTable
from cms.geo.postcode import Postcode, parse_postcode
from cms.geo.postcodes import PostcodeTable
from cms.geo.reading import exact, read

if TYPE_CHECKING:
    from cms.geo.nearest import NearestPostcode
    from cms.geo.sector_units import UnitPoints

DATA = Path(__file__).parent / "data"


class NationalGazetteer:
    """Every postcode of Great Britain and its place names; `near` ranks places of one name by nearness."""

    def __init__(self, folder: Path = DATA, near: Point | None = None) -> None:
        self._postcodes = PostcodeTable(folder)
        self._places = PlaceTable(folder)
        self._near = near
        self._nearest: NearestPostcode | None = None
        self._points: UnitPoints | None = None

    def find(self, text: str) -> Found | NotFound:
        """What the text stands for. See `gazetteer.Gazetteer`."""
        return read(text, (self,), self._near)

    def exact(self, text: str) -> Found | None:
        """What the whole text is the name of. See `gazetteer.Gazetteer`."""
        return exact(text, (self,), self._near)

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector. See `gazetteer.Gazetteer`."""
        return coarse(found, (self,))

    def nearest(self, lat: float, lon: float) -> Found | None:
        """The sector of the nearest postcode. See `gazetteer.Gazetteer`."""
        return nearest(lat, lon, (self,))

    def postcode(self, postcode: Postcode) -> Found | None:
        """A postcode in use; its outward code where no more is known (Northern Ireland and the islands)."""
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
        return self._postcodes.code(code)

    def named(self, folded: str) -> list[Found]:
        """Places of this folded name, the largest kind first, each with a label that tells it from the others."""
        places = self._places.find(folded)
        labels = [place.label for place in places]
        return [self._found(place, shared_label=labels.count(place.label) > 1) for place in places]

    def starting(self, folded: str, most: int) -> list[Found]:
        """Places whose name begins so, the largest kind first."""
        return [self._found(place, shared_label=False) for place in self._places.starting(folded, most)]

    def similar(self, folded: str) -> list[Found]:
        """Places with nearly this name."""
        return [self._found(place, shared_label=False) for place in self._places.similar(folded)]

    def nearest_unit(self, lat: float, lon: float) -> tuple[float, Found]:
        """How far the nearest postcode is, in metres, and its sector with the ward of that postcode."""
        if self._nearest is None:
            from cms.geo.nearest import NearestPostcode

            self._nearest = NearestPostcode(self._postcodes)
        near = self._nearest.find(lat, lon)
        sector, area = self._postcodes.sector(near.sector), self._postcodes.area(near.ward)
        return near.metres, Found(sector.label, sector.lat, sector.lon, "sector", **area._asdict())

    def units_in(self, code: str) -> list[Point]:
        """The points of every postcode of a ward, by its code, or of a sector ("M33 7")."""
        if self._points is None:
            from cms.geo.sector_units import UnitPoints

            self._points = UnitPoints(self._postcodes)
        sector = parse_postcode(code)
        return self._points.of_sector(sector) if isinstance(sector, Postcode) else self._points.of_ward(code)

    def _found(self, place: Place, *, shared_label: bool) -> Found:
        outward = self._postcodes.outward_label(place.outward)
        label = f"{place.name}, {outward}" if shared_label and outward and place.kind != "city" else place.label
        is_district = place.kind == "district"
        area = self._postcodes.district(place.ward) if is_district else self._postcodes.area(place.ward)
        return Found(
            label,
            place.lat,
            place.lon,
            "district" if is_district else "place",
            **area._asdict(),
            kind=place.kind,
            known_as=(place.authority, spoken_authority(place.authority)),
        )
