"""What the ranking knows of every listing, in this process's memory, kept as fresh as the database.

Invariant: a row is as `AssetRow` last had it. The table is filled at first use and then follows the rows' sequence: one
cheap question at most every 200 ms, and at once after a nudge or when an id is asked for that it does not know.
Rows stay packed until somebody asks for them, so that a start costs a read and no more. Safe with threads.
"""

import math
import time
from collections.abc import Sequence
from functools import cache
from threading import Lock

import numpy as np
from django.db.models import Max

from search.models import AssetRow
from search.packing import unpack_features, unpack_terms
from search.statistics import newest_id, newest_snapshot
from search.types import CandidateFeatures, TermStatistics

FRESH_SECONDS = 0.2


class Unpacked:
    """Features that were asked for, unpacked once for as long as their row stays.

    Threads may hold rows of different age: each gets the features of the row that it holds.
    """

    def __init__(self) -> None:
        self._kept: dict[int, tuple[bytes, CandidateFeatures]] = {}

    def of(self, asset_id: int, packed: bytes) -> CandidateFeatures:
        """The features in this row."""
        known = self._kept.get(asset_id)
        if known is None or known[0] is not packed:
            known = self._kept[asset_id] = packed, unpack_features(packed)
        return known[1]

    def forget(self, asset_id: int) -> None:
        self._kept.pop(asset_id, None)


class FeatureTable:
    """All rows by asset id. Public methods look for changes first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.forget()

    def features(self, ids: Sequence[int]) -> list[CandidateFeatures]:
        """The features of these assets, in the order asked; those that are not in the table are left out."""
        rows = self._rows_for(ids)
        return [self._unpacked.of(asset_id, rows[asset_id]) for asset_id in ids if asset_id in rows]

    def counts(self, ids: Sequence[int], keys: Sequence[int]) -> np.ndarray:
        """How often each term key (column) stands in each asset (row): uint16, zeros for what is not known."""
        wanted, columns = np.unique(np.array(keys, dtype=np.int64), return_inverse=True)
        found = np.zeros((len(ids), len(wanted)), dtype=np.uint16)
        rows = self._rows_for(ids)
        if len(wanted):
            for place, asset_id in enumerate(ids):
                if asset_id in rows:
                    fill(found[place], wanted, rows[asset_id])
        return found[:, columns]

    def statistics(self) -> TermStatistics:
        """The newest snapshot of how common terms are."""
        self._refresh()
        return self._statistics

    def nudge(self) -> None:
        """Look for changes at the next question, however recent the last look."""
        self._looked_at = -math.inf

    def forget(self) -> None:
        """Start anew, as a process does."""
        self._rows: dict[int, bytes] = {}
        self._unpacked = Unpacked()
        self._sequence = -1
        self._snapshot = -1
        self._statistics = TermStatistics(documents=0, mean_length=0.0)
        self._looked_at = -math.inf

    def __len__(self) -> int:
        self._refresh()
        return len(self._rows)

    def _rows_for(self, ids: Sequence[int]) -> dict[int, bytes]:
        self._refresh()
        if any(asset_id not in self._rows for asset_id in ids):
            self.nudge()
            self._refresh()
        return self._rows

    def _refresh(self) -> None:
        if time.monotonic() - self._looked_at < FRESH_SECONDS:
            return
        with self._lock:
            if time.monotonic() - self._looked_at < FRESH_SECONDS:
                return
            started = time.monotonic()
            self._follow(AssetRow.objects.aggregate(last=Max("sequence"))["last"] or 0)
            snapshot = newest_id()
            if snapshot != self._snapshot:
                self._statistics, self._snapshot = newest_snapshot(), snapshot
            self._looked_at = started

    def _follow(self, last: int) -> None:
        """Take in what was written since. A sequence that went back is another database: all is read again."""
        if last == self._sequence:
            return
        again = last < self._sequence
        rows = {} if again else dict(self._rows)
        changed = AssetRow.objects.filter(sequence__gt=-1 if again else self._sequence)
        for asset_id, digest, payload in changed.values_list("asset_id", "digest", "payload").iterator(chunk_size=500):
            if digest:
                rows[asset_id] = bytes(payload)
            else:
                rows.pop(asset_id, None)
            self._unpacked.forget(asset_id)
        self._rows, self._sequence = rows, last


@cache
def table() -> FeatureTable:
    """The table of this process."""
    return FeatureTable()


def fill(row: np.ndarray, wanted: np.ndarray, packed: bytes) -> None:
    """Put into `row` how often each wanted key (int64, rising) stands in a packed row."""
    keys, often = unpack_terms(packed)
    if not len(keys):
        return
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    there = keys[places] == wanted
    row[there] = often[places[there]]
