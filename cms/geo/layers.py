"""What a layer of a gazetteer can be asked, and the questions that go to all layers.

Invariant: an answer comes from one layer, never mixed; the nearest postcode is the nearest of any layer.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Protocol

from cms.geo.answers import Found
from cms.geo.postcode import Postcode

# Latitude and longitude, WGS 84 degrees.
Point = tuple[float, float]

# Along a meridian of the sphere that geopy's great_circle uses (radius 6371.009 km).
METRES_A_DEGREE = 111_195.0
# A point further than this from every postcode is at sea or abroad.
_FURTHEST_METRES = 50_000.0


class Layer(Protocol):
    """A table of postcodes and names. `folded` is a name as `names.fold` gives it."""

    def postcode(self, postcode: Postcode) -> Found | None:
        """A postcode in use, or None."""
        ...

    def has_area(self, letters: str) -> bool:
        """Whether any postcode starts with these letters and a digit."""
        ...

    def code(self, code: str) -> Found | None:
        """A ward or district by its code, or None."""
        ...

    def named(self, folded: str) -> Sequence[Found]:
        """Everything of this name, likeliest first."""
        ...

    def starting(self, folded: str, most: int) -> Sequence[Found]:
        """Places whose name begins so, likeliest first."""
        ...

    def similar(self, folded: str) -> Sequence[Found]:
        """A few with nearly this name, nearest first."""
        ...

    def nearest_unit(self, lat: float, lon: float) -> tuple[float, Found] | None:
        """How far the nearest postcode is, in metres, and its sector with that postcode's ward."""
        ...

    def units_in(self, code: str) -> Sequence[Point]:
        """The points of all postcodes in a ward, by its code, or in a sector, by its label."""
        ...


def find_postcode(postcode: Postcode, layers: Sequence[Layer]) -> Found | None:
    """A unit in the first layer that knows it; a sector or an outward code, of which a small table may have only a
    part, in the last."""
    in_turn = layers if postcode.inward is not None else reversed(layers)
    return next((found for layer in in_turn if (found := layer.postcode(postcode))), None)


def nearest(lat: float, lon: float, layers: Iterable[Layer]) -> Found | None:
    """The sector of the nearest postcode of any layer, with that postcode's ward; None at sea or abroad."""
    answers = [near for layer in layers if (near := layer.nearest_unit(lat, lon))]
    if not answers:
        return None
    metres, found = min(answers, key=lambda near: near[0])
    return found if metres <= _FURTHEST_METRES else None


def metres_apart(one: Point, other: Point) -> float:
    """Roughly how far apart two points of Britain are: good enough to rank by. `distance` has the exact ones."""
    shrink = math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(one[0] - other[0], (one[1] - other[1]) * shrink) * METRES_A_DEGREE
