"""A latitude and a longitude from a file, as a point of the United Kingdom or none.

Invariant: pure; a point outside is never kept, one the wrong way round is put right, and either is said.
"""

from typing import Any, NamedTuple

from cms.imports.values import number

LATS = (49.0, 61.5)
LONS = (-9.0, 2.5)
SWAPPED = "lat and lon were the wrong way round and have been changed over"
IMPOSSIBLE = "lat and lon are not in the United Kingdom and were left out"
HALF = "only one of lat and lon is a number, so both were left out"
# About 0.1 metre: finer is noise.
PLACES = 6


class Point(NamedTuple):
    """WGS 84 degrees, or None twice; and what was put right, in words."""

    lat: float | None = None
    lon: float | None = None
    note: str = ""


def point(lat: Any, lon: Any) -> Point:
    """Read the two values of a row."""
    north, east = number(lat), number(lon)
    if north is None or east is None:
        return Point(note=HALF if _given(lat) or _given(lon) else "")
    if _inside(north, east):
        return Point(round(north, PLACES), round(east, PLACES))
    if _inside(east, north):
        return Point(round(east, PLACES), round(north, PLACES), SWAPPED)
    return Point(note=IMPOSSIBLE)


def _given(value: Any) -> bool:
    return value is not None and str(value).strip() != ""


def _inside(lat: float, lon: float) -> bool:
    return LATS[0] <= lat <= LATS[1] and LONS[0] <= lon <= LONS[1]
