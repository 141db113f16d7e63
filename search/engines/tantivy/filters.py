"""Filters, scores, starts and counts over columns.

Invariant: the same sets as `search.engines.matching`, for all rows at once.
"""

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from search.engines.tantivy.columns import NEVER, Columns, Mask, Ragged, Rows
from search.facets import FRESH, fresh_since
from search.types import DAYS, PARTS, SearchRequest, WantedInterest

# Groups that are counted by their column.
COLUMN_OF = {"interest": "topics", "cost": "costs", "access": "access", "audience": "audience", "area": "areas"}
ALL_SLOTS = frozenset(f"{day}-{part}" for day in DAYS for part in PARTS)
Floats = NDArray[np.float64]
FAR = np.inf
_NEVER = np.int32(np.iinfo(np.int32).max)


def passing(columns: Columns, request: SearchRequest, near: Mask | None) -> Mask:
    """Rows that no filter leaves out. `near`: rows with a point inside the radius, None when there is none."""
    mask = np.ones(len(columns), np.bool_) if request.for_workers else ~columns.for_workers
    if request.kinds:
        mask &= _named(columns, request.kinds)[columns.kinds]
    for name, asked in several(request).items():
        if asked:
            mask &= _any(columns, getattr(columns, name), asked)
    for subject in request.access:
        mask &= _any(columns, columns.access, {subject})
    if request.fresh_since is not None:
        mask &= columns.confirmed >= max(request.fresh_since, NEVER + 1)
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


def named(columns: Columns, asset_ids: Collection[int]) -> Mask:
    """The rows of these ids; ids that are not here name none."""
    mask = np.zeros(len(columns), np.bool_)
    rows = columns.rows_of(np.fromiter(asset_ids, np.int64, len(asset_ids)))
    mask[rows[rows >= 0]] = True
    return mask


def next_starts(columns: Columns, now: int) -> Floats:
    """The first start of each row at or after `now`, in minutes since 1970 UTC; infinite without one."""
    starts = columns.starts
    first = np.full(len(columns), FAR)
    if len(starts.values):
        coming = np.where(starts.values >= now, starts.values, _NEVER)
        firsts = np.minimum.reduceat(coming, starts.firsts).astype(np.float64)
        first[starts.owners[starts.firsts]] = np.where(firsts == _NEVER, FAR, firsts)
    return first


def several(request: SearchRequest) -> Mapping[str, frozenset[str]]:
    """Columns of names, and of which names one will do in each; empty when any will."""
    return {
        "topics": request.interests,
        "slots": request.slots,
        "costs": request.costs,
        "audience": request.audience,
        "areas": request.areas,
    }


def counts(columns: Columns, mask: Mask, group: str, request: SearchRequest, now: int) -> Mapping[str, int]:
    """The counts of one group of `search.facets` among the rows of the mask."""
    if group == "kind":
        return _counts(columns, columns.kinds[mask])
    if group == "fresh":
        confirmed = columns.confirmed[mask]
        fresh = {name: int(np.count_nonzero(confirmed >= fresh_since(name, now))) for name in FRESH}
        return {name: count for name, count in fresh.items() if count}
    if group in ("day", "time"):
        return _slot_counts(columns, mask, group, request)
    ragged: Ragged = getattr(columns, COLUMN_OF[group])
    return _counts(columns, ragged.values[mask[ragged.owners]])


def _slot_counts(columns: Columns, mask: Mask, group: str, request: SearchRequest) -> Mapping[str, int]:
    """How many rows of the mask meet on each day, or at each time of day, in a slot that is asked for."""
    values, slots = (DAYS if group == "day" else PARTS), columns.slots
    asked = request.slots or ALL_SLOTS
    place_of = {slot: values.index(slot.split("-")[0 if group == "day" else 1]) for slot in asked}
    places = np.array([place_of.get(name, -1) for name in columns.names], np.int64)[slots.values]
    counted = (places >= 0) & mask[slots.owners]
    met = np.zeros((len(columns), len(values)), np.bool_)
    met[slots.owners[counted], places[counted]] = True
    counts = np.count_nonzero(met, axis=0).tolist()
    return {value: count for value, count in zip(values, counts, strict=True) if count}


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
