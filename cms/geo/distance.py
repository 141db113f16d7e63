"""How far apart things are: for many at once, and for one that is shown.

Invariant: one measure, geopy's `great_circle`, for what ranks, filters and is shown, so that no card contradicts its
reason; `metres_to_many` agrees with it to a thousandth. Distances are straight lines; `effort` allows for streets.
"""

import numpy as np
import numpy.typing as npt
from geopy.distance import EARTH_RADIUS, great_circle

from cms.geo.layers import Point


def metres_to_many(origin: Point, lats: npt.ArrayLike, lons: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Great-circle metres from `origin` to each point; arrays of one shape in degrees give an array of that shape."""
    lat, lon = np.radians(origin)
    to_lat, to_lon = np.radians(np.asarray(lats, dtype=np.float64)), np.radians(np.asarray(lons, dtype=np.float64))
    across = np.sin((to_lat - lat) / 2) ** 2 + np.cos(lat) * np.cos(to_lat) * np.sin((to_lon - lon) / 2) ** 2
    return np.asarray(2000 * EARTH_RADIUS * np.arcsin(np.sqrt(np.clip(across, 0.0, 1.0))), dtype=np.float64)


def metres_between(one: Point, other: Point) -> float:
    """Metres along the sphere, in a straight line."""
    return float(great_circle(one, other).meters)
