"""How far apart things are: for many at once, and for one that is shown.

Invariant: `metres_to_many` ranks on the sphere of geopy's `great_circle` and agrees with it to a thousandth; what is
shown comes from geopy's `geodesic`. Distances are straight lines; `walking` allows for the way that streets run, and
its names can be had from here.
"""

import numpy as np
import numpy.typing as npt
from geopy.distance import EARTH_RADIUS, geodesic

from cms.geo.layers import Point
from cms.geo.walking import DETOUR, METRES_A_MILE, PACES, Pace, in_words, miles_in_words, walking_minutes

__all__ = [
    "DETOUR",
    "METRES_A_MILE",
    "PACES",
    "Pace",
    "in_words",
    "metres_between",
    "metres_to_many",
    "miles_in_words",
    "walking_minutes",
]


def metres_to_many(origin: Point, lats: npt.ArrayLike, lons: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Great-circle metres from `origin` to each point; arrays of one shape in degrees give an array of that shape."""
    lat, lon = np.radians(origin)
    to_lat, to_lon = np.radians(np.asarray(lats, dtype=np.float64)), np.radians(np.asarray(lons, dtype=np.float64))
    across = np.sin((to_lat - lat) / 2) ** 2 + np.cos(lat) * np.cos(to_lat) * np.sin((to_lon - lon) / 2) ** 2
    return np.asarray(2000 * EARTH_RADIUS * np.arcsin(np.sqrt(np.clip(across, 0.0, 1.0))), dtype=np.float64)


def metres_between(one: Point, other: Point) -> float:
    """Metres along the ellipsoid (geopy's geodesic): the one to show."""
    return float(geodesic(one, other).meters)
