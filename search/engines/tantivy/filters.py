"""Filters, distances, starts and counts over columns.

Invariant: the same sets as `search.engines.matching`, for all rows at once.
"""

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from search.engines.matching import EARTH_RADIUS_M
from search.engines.tantivy.columns import Columns, Mask, Ragged, Rows
from search.types import Point, SearchRequest

FAR = np.inf


def passing(columns: Columns, request: SearchRequest, metres: NDArray[np.float64] | None) -> Mask:
    """Rows that no filter leaves out. `metres`: `distances` from the request's point, when it has one."""
    mask = np.ones(len(columns), np.bool_) if request.for_workers else ~columns.for_workers
    if request.free:
        mask &= columns.free
    if request.kinds:
        mask &= _named(columns, request.kinds)[columns.kinds]
    if request.interests:
        mask &= _any(columns, columns.interests, request.interests)
    if request.slots:
        mask &= _any(columns, columns.slots, request.slots)
    if metres is not None and request.radius_m is not None:
        near = metres <= request.radius_m
        mask &= (near | columns.everywhere) if request.everywhere else near
    return mask


def distances(columns: Columns, near: Point) -> NDArray[np.float64]:
    """Metres to the closest point of each row, infinite without one; see `matching.metres_between`."""
    points = np.radians(columns.points.values)
    lat, lon = np.radians(near.lat), np.radians(near.lon)
    across = np.sin((points[:, 0] - lat) / 2) ** 2
    along = np.sin((points[:, 1] - lon) / 2) ** 2
    half_chord = np.sqrt(np.minimum(1.0, across + np.cos(lat) * np.cos(points[:, 0]) * along))
    metres = np.round(2 * EARTH_RADIUS_M * np.arcsin(half_chord), 3)
    closest = np.full(len(columns), FAR)
    np.minimum.at(closest, columns.points.owners, metres)
    return closest


def next_starts(columns: Columns, now: int) -> NDArray[np.float64]:
    """The first start of each row at or after `now`, in minutes since 1970 UTC; infinite without one."""
    coming = columns.starts.values >= now
    first = np.full(len(columns), FAR)
    # Starts ascend in a row and the last assignment stays, so that backwards the earliest does.
    first[columns.starts.owners[coming][::-1]] = columns.starts.values[coming][::-1]
    return first


def facets(columns: Columns, rows: Rows) -> Mapping[str, Mapping[str, int]]:
    """Counts of values among the rows."""
    mask = np.zeros(len(columns), np.bool_)
    mask[rows] = True
    free = int(np.count_nonzero(columns.free[rows]))
    return {
        "kind": _counts(columns, columns.kinds[rows]),
        "interest": _counts(columns, columns.interests.values[mask[columns.interests.owners]]),
        "slot": _counts(columns, columns.slots.values[mask[columns.slots.owners]]),
        "free": {name: count for name, count in (("yes", free), ("no", len(rows) - free)) if count},
    }


def _counts(columns: Columns, codes: NDArray[np.int32]) -> dict[str, int]:
    counts = np.bincount(codes, minlength=len(columns.names))
    return {columns.names[code]: int(counts[code]) for code in np.flatnonzero(counts)}


def _named(columns: Columns, names: Collection[str]) -> Mask:
    return np.array([name in names for name in columns.names], np.bool_)


def _any(columns: Columns, ragged: Ragged, names: Collection[str]) -> Mask:
    mask = np.zeros(len(columns), np.bool_)
    mask[ragged.owners[_named(columns, names)[ragged.values]]] = True
    return mask
