"""The hull of a ward's or a sector's postcodes: an outline where nobody has given a better one, and only about right.

Invariant: pure; every point lies inside or on the hull (A. M. Andrew, "Another efficient algorithm for convex hulls in
two dimensions", 1979). Reckoned in degrees: over a ward the difference to the ground is less than a line's width.
"""

from collections.abc import Iterable

from cms.geo.layers import Point

# A ring as GeoJSON has it (RFC 7946): longitude before latitude, the first point again at the end.
Ring = list[list[float]]
LEAST_POINTS = 3
_DECIMALS = 5


def hull(points: Iterable[Point]) -> Ring:
    """The ring round these latitudes and longitudes, against the clock. Empty where they span no area."""
    unique = sorted({(round(lon, _DECIMALS), round(lat, _DECIMALS)) for lat, lon in points})
    if len(unique) < LEAST_POINTS:
        return []
    corners = _half(unique) + _half(unique[::-1])
    if len(corners) < LEAST_POINTS:
        return []
    return [list(corner) for corner in [*corners, corners[0]]]


def _half(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """One side of the hull, its last point left to the other side."""
    kept: list[tuple[float, float]] = []
    for point in points:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept[:-1]


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    """Above nought where the way from a over b to c turns left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
