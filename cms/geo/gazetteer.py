"""Turn a postcode, a part of one or the name of a place into a point and its ward, without a network.

Invariant: `find` always answers, with `Found` or with a `NotFound` that helps; nothing asked is kept. This is the door
to the package for everything that needs no geopy.
"""

from collections.abc import Sequence
from typing import Protocol

from cms.geo.answers import Found, NotFound, Precision
from cms.geo.coarse import coarse
from cms.geo.layers import Layer, Point, find_postcode, nearest
from cms.geo.names import fold
from cms.geo.national import NationalGazetteer
from cms.geo.postcode import Postcode
from cms.geo.reading import exact, read
from cms.geo.table import TableGazetteer
from cms.geo.table_build import TableRow

__all__ = [
    "Found",
    "Gazetteer",
    "LayeredGazetteer",
    "NationalGazetteer",
    "NotFound",
    "Precision",
    "TableGazetteer",
    "TableRow",
]


class Gazetteer(Protocol):
    """What every gazetteer here offers."""

    def find(self, text: str) -> Found | NotFound:
        """What the text stands for: "m33", "M33 7", "m337zf", "Sale", "near Sale", "Sale, Trafford". Never raises."""
        ...

    def exact(self, text: str) -> Found | None:
        """What the whole text is the name of; None for anything else. Looks for no slips."""
        ...

    def starting(self, text: str, most: int) -> Sequence[Found]:
        """Places whose name begins with the text, likeliest first."""
        ...

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector: what may be kept of a home."""
        ...

    def nearest(self, lat: float, lon: float) -> Found | None:
        """The nearest postcode sector to a point in degrees, with the ward of the nearest postcode."""
        ...


class LayeredGazetteer:
    """Several gazetteers as one: the first that knows a text wins, and its names for wards and districts serve all."""

    def __init__(self, layers: Sequence[Layer], near: Point | None = None) -> None:
        self._layers = tuple(layers)
        self._tables = tuple(layer for layer in layers if isinstance(layer, TableGazetteer))
        self._near = near

    def find(self, text: str) -> Found | NotFound:
        """What the text stands for, from the first layer that knows it."""
        answer = read(text, self._layers, self._near)
        return self._with_names(answer) if isinstance(answer, Found) else answer

    def exact(self, text: str) -> Found | None:
        """What the whole text is the name of, in the first layer that knows it; see `reading.exact`."""
        answer = exact(text, self._layers, self._near)
        return None if answer is None else self._with_names(answer)

    def starting(self, text: str, most: int) -> list[Found]:
        """Places whose name begins with the text, the council's own before others of Great Britain, one a label."""
        folded = fold(text)
        found: dict[str, Found] = {}
        for layer in self._layers if folded else ():
            for place in layer.starting(folded, most):
                found.setdefault(place.label, place)
        return list(found.values())[:most]

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector."""
        return self._with_names(coarse(found, self._layers))

    def postcode(self, postcode: Postcode) -> Found | None:
        """The postcode in the first layer that has it."""
        return find_postcode(postcode, self._layers)

    def nearest(self, lat: float, lon: float) -> Found | None:
        """The nearest sector of any layer."""
        found = nearest(lat, lon, self._layers)
        return None if found is None else self._with_names(found)

    def units_in(self, code: str) -> Sequence[Point]:
        """The points of all postcodes in a ward or a sector, from the first layer that knows any."""
        return next((points for layer in self._layers if (points := layer.units_in(code))), ())

    def _with_names(self, found: Found) -> Found:
        for table in self._tables:
            found = table.with_names(found)
        return found
