"""Compares an index and the rows of the ranking with the catalogue. Reads only; changes nothing.

Invariant: clean means that whatever stands in neither has a change waiting. What changes while the gate looks, or waits
to be drained, is counted as waiting and not held against the index. Lists of ids are cut; counts are not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from search.documents import documents
from search.eligibility import eligible
from search.engines.base import Engine
from search.indexing import outbox
from search.indexing.outbox import Mark
from search.models import AssetRow

SAMPLE = 10


@dataclass(frozen=True, slots=True)
class Ids:
    """How many, and the first few."""

    count: int = 0
    sample: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """How something kept differs from the catalogue: not there, there but different, there though it should not be."""

    missing: Ids
    stale: Ids
    surplus: Ids

    @property
    def clean(self) -> bool:
        return not (self.missing.count or self.stale.count or self.surplus.count)


@dataclass(frozen=True, slots=True)
class GateReport:
    checked: int
    waiting: int
    index: Drift
    rows: Drift

    @property
    def clean(self) -> bool:
        return self.index.clean and self.rows.clean


def gate(engine: Engine, *, since: Mark, days: Iterable[date], generation: str | None = None) -> GateReport:
    """Compare. `since`: the index's position. `days`: dates may have been counted from any of these local days."""
    in_index = dict(engine.digests(generation=generation))
    in_rows = dict(AssetRow.objects.exclude(digest="").values_list("asset_id", "digest"))
    right: dict[int, set[str]] = {}
    for day in dict.fromkeys(days):
        for document, _ in documents(eligible(), today=day):
            right.setdefault(document.asset_id, set()).add(document.digest)
    moving = outbox.touched_since(since)
    return GateReport(
        checked=len(right),
        waiting=len(moving),
        index=_drift(right, in_index, moving),
        rows=_drift(right, in_rows, moving),
    )


def _drift(right: Mapping[int, set[str]], kept: Mapping[int, str], moving: set[int]) -> Drift:
    return Drift(
        missing=_ids(right.keys() - kept.keys() - moving),
        stale=_ids({pk for pk, digest in kept.items() if pk in right and digest not in right[pk]} - moving),
        surplus=_ids(kept.keys() - right.keys() - moving),
    )


def _ids(found: set[int]) -> Ids:
    return Ids(len(found), tuple(sorted(found)[:SAMPLE]))
