"""Filters, scores, starts and counts over columns.

Invariant: the same sets as `search.engines.matching`, for all rows at once.
"""

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from search.engines.tantivy.columns import Columns, Mask, Ragged, Rows
from search.types import SearchRequest, WantedInterest

Floats = NDArray[np.float64]
FAR = np.inf
_NEVER = np.int32(np.iinfo(np.int32).max)


def passing(columns: Columns, request: SearchRequest, near: Mask | None) -> Mask:
    """Rows that no filter leaves out. `near`: rows with a point inside the radius, None when there is none."""
    mask = np.ones(len(columns), np.bool_) if request.for_workers else ~columns.for_workers
    if request.free:
        mask &= columns.free
    if request.kinds:
        mask &= _named(columns, request.kinds)[columns.kinds]
    if request.interests:
        mask &= _any(columns, columns.interests, request.interests)
    if request.slots:
        mask &= _any(columns, columns.slots, request.slots)
    if near is not None:
        mask &= (near | columns.everywhere) if request.everywhere else near
    return mask


def interest_scores(columns: Columns, wanted: Collection[WantedInterest]) -> Floats:
    """The sum of the weights of the wanted interests that each row has."""
    weights = np.zeros(max(1, len(columns.names)))
    codes = columns.codes
    for want in wanted:
        if want.code in codes:
            weights[codes[want.code]] += want.weight
    interests = columns.interests
    return np.bincount(interests.owners, weights[interests.values], minlength=len(columns)).astype(np.float64)


def has_any_interest(columns: Columns, wanted: Collection[WantedInterest]) -> Mask:
    """Rows that have one of the wanted interests."""
    return _any(columns, columns.interests, {want.code for want in wanted})


def next_starts(columns: Columns, now: int) -> Floats:
    """The first start of each row at or after `now`, in minutes since 1970 UTC; infinite without one."""
    starts = columns.starts
    first = np.full(len(columns), FAR)
    if len(starts.values):
        coming = np.where(starts.values >= now, starts.values, _NEVER)
        firsts = np.minimum.reduceat(coming, starts.firsts).astype(np.float64)
        first[starts.owners[starts.firsts]] = np.where(firsts == _NEVER, FAR, firsts)
    return first


def facets(columns: Columns, mask: Mask) -> Mapping[str, Mapping[str, int]]:
    """Counts of values among the rows of the mask."""
    return {
        "kind": _counts(columns, columns.kinds[mask]),
        "interest": _counts(columns, columns.interests.values[mask[columns.interests.owners]]),
        "slot": _counts(columns, columns.slots.values[mask[columns.slots.owners]]),
        "free": free_or_not(int(np.count_nonzero(columns.free & mask)), int(np.count_nonzero(mask))),
    }


def free_or_not(free: int, total: int) -> dict[str, int]:
    """How many are free and how many are not; nought is left out."""
    return {name: count for name, count in (("yes", free), ("no", total - free)) if count}


def first_rows(rows: Rows, keys: Floats, most: int) -> Rows:
    """The `most` rows with the smallest keys in their order, ties by row."""
    if 0 < most < len(rows):
        kept = keys <= np.partition(keys, most - 1)[most - 1]
        rows, keys = rows[kept], keys[kept]
    return rows[np.lexsort((rows, keys))][:most]


def _counts(columns: Columns, codes: NDArray[np.int32]) -> dict[str, int]:
    counts = np.bincount(codes, minlength=len(columns.names))
    return {columns.names[code]: int(counts[code]) for code in np.flatnonzero(counts)}


def _named(columns: Columns, names: Collection[str]) -> Mask:
    return np.array([name in names for name in columns.names], np.bool_)


def _any(columns: Columns, ragged: Ragged, names: Collection[str]) -> Mask:
    mask = np.zeros(len(columns), np.bool_)
    mask[ragged.owners[_named(columns, names)[ragged.values]]] = True
    return mask
