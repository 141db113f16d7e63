"""What filters, distances and counts need of each listing, in arrays beside the index.

Invariant: rows are sorted by asset id, one for each listing; everything a row has several of lies in a `Ragged` column.
A columns value is never changed: `updated` makes a new one.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.facets import costs_of
from search.types import AssetDocument

Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Ragged:
    """Values of rows that have any number of them: `values[i]` belongs to row `owners[i]`, owners ascending."""

    owners: NDArray[np.int32]
    values: NDArray[Any]

    @classmethod
    def of(cls, lists: Sequence[Sequence[Any]], dtype: Any, width: int = 0) -> "Ragged":
        counts = np.fromiter((len(values) for values in lists), np.int32, len(lists))
        flat = [value for values in lists for value in values]
        shape = (len(flat), width) if width else (len(flat),)
        return cls(np.repeat(np.arange(len(lists), dtype=np.int32), counts), np.array(flat, dtype).reshape(shape))

    @cached_property
    def firsts(self) -> Rows:
        """Where the values of each row that has any begin."""
        return np.flatnonzero(np.diff(self.owners, prepend=-1))

    def of_rows(self, kept: Mask) -> "Ragged":
        """Only the rows of the mask, numbered anew."""
        chosen = kept[self.owners]
        numbers = (np.cumsum(kept) - 1).astype(np.int32)
        return Ragged(numbers[self.owners[chosen]], self.values[chosen])

    def renumbered(self, numbers: Rows) -> "Ragged":
        """Row i becomes row `numbers[i]`."""
        owners = numbers[self.owners].astype(np.int32)
        order = np.argsort(owners, kind="stable")
        return Ragged(owners[order], self.values[order])

    def followed_by(self, other: "Ragged", rows: int) -> "Ragged":
        """These rows (`rows` of them), then the other's."""
        owners = np.concatenate([self.owners, other.owners + np.int32(rows)])
        return Ragged(owners, np.concatenate([self.values, other.values]))


@dataclass(frozen=True, slots=True)
class Columns:
    """All rows. Codes in `kinds` and in the columns of `CODED` are places in `names` (one list for all of them).

    `topics` are the interests and what is broader, `costs` those of `search.facets.costs_of`. `points` holds (latitude,
    longitude) in degrees; `starts` minutes since 1970 UTC, ascending in each row; `confirmed` days since 1970, `NEVER`
    where nobody has.
    """

    ids: NDArray[np.int64]
    kinds: NDArray[np.int32]
    everywhere: Mask
    for_workers: Mask
    confirmed: NDArray[np.int32]
    interests: Ragged
    topics: Ragged
    costs: Ragged
    access: Ragged
    audience: Ragged
    areas: Ragged
    slots: Ragged
    points: Ragged
    starts: Ragged
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def codes(self) -> dict[str, int]:
        return {name: code for code, name in enumerate(self.names)}

    def rows_of(self, asset_ids: NDArray[np.int64]) -> Rows:
        """The row of each id, -1 for one that is not here."""
        if not len(self.ids):
            return np.full(len(asset_ids), -1)
        rows = np.minimum(np.searchsorted(self.ids, asset_ids), len(self.ids) - 1)
        return np.where(self.ids[rows] == asset_ids, rows, -1)


def columns_of(documents: Iterable[AssetDocument], names: tuple[str, ...] = ()) -> Columns:
    """Columns of documents with different ids; `names` are codes that are taken already."""
    rows = sorted(documents, key=lambda document: document.asset_id)
    codes = {name: code for code, name in enumerate(names)}

    def coded(values: Callable[[AssetDocument], Iterable[str]]) -> Ragged:
        lists = [[codes.setdefault(name, len(codes)) for name in dict.fromkeys(values(row))] for row in rows]
        return Ragged.of(lists, np.int32)

    confirmed = [NEVER if row.fresh_on is None else row.fresh_on for row in rows]
    return Columns(
        ids=np.array([row.asset_id for row in rows], np.int64),
        kinds=coded(lambda row: (row.kind,)).values,
        everywhere=np.array([row.everywhere for row in rows], np.bool_),
        for_workers=np.array([row.for_workers for row in rows], np.bool_),
        confirmed=np.array(confirmed, np.int32),
        **{name: coded(values) for name, values in CODED.items()},
        points=Ragged.of([[(point.lat, point.lon) for point in row.points] for row in rows], np.float64, width=2),
        starts=Ragged.of([sorted(row.starts) for row in rows], np.int32),
        names=tuple(codes),
    )


def updated(columns: Columns, documents: Iterable[AssetDocument], deleted: Collection[int] = ()) -> Columns:
    """The columns after a write: `deleted` go, documents are new or replaced, the last of two with one id wins."""
    latest = {document.asset_id: document for document in documents}
    fresh = columns_of(latest.values(), columns.names)
    gone = np.array([*latest, *deleted], np.int64)
    return _joined(_only(columns, ~np.isin(columns.ids, gone)), fresh)


def _only(columns: Columns, kept: Mask) -> Columns:
    changed: dict[str, Any] = {name: getattr(columns, name)[kept] for name in PLAIN}
    changed |= {name: getattr(columns, name).of_rows(kept) for name in RAGGED}
    return replace(columns, **changed)


def _joined(old: Columns, new: Columns) -> Columns:
    ids = np.concatenate([old.ids, new.ids])
    order = np.argsort(ids, kind="stable")
    numbers = np.empty(len(ids), np.int64)
    numbers[order] = np.arange(len(ids))
    changed: dict[str, Any] = {name: np.concatenate([getattr(old, name), getattr(new, name)])[order] for name in PLAIN}
    changed |= {
        name: getattr(old, name).followed_by(getattr(new, name), len(old)).renumbered(numbers) for name in RAGGED
    }
    return replace(new, **changed)


NEVER = int(np.iinfo(np.int32).min)
# Columns of names, and what of a document stands in each.
CODED: Mapping[str, Callable[[AssetDocument], Iterable[str]]] = {
    "interests": lambda row: row.interests,
    "topics": lambda row: (*row.interests, *row.broader),
    "costs": costs_of,
    "access": lambda row: row.access,
    "audience": lambda row: row.audience,
    "areas": lambda row: row.areas,
    "slots": lambda row: row.slots,
}
PLAIN = ("ids", "kinds", "everywhere", "for_workers", "confirmed")
RAGGED = (*CODED, "points", "starts")
EMPTY = columns_of(())
