"""Compares an index and the rows of the ranking with the catalogue. Reads only; changes nothing.

Invariant: clean means that whatever stands in neither has a change waiting. What changes while the gate looks, or waits
to be drained, is counted as waiting and not held against the index. Lists of ids are cut; counts are not.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from search.documents import documents
from search.eligibility import eligible
from search.engines.base import Engine
from search.indexing import outbox
from search.indexing.outbox import Mark
from search.models import AssetRow

SAMPLE = 10
# Asset id -> the digests that are right for it. Read after what is compared with it.
Digests = Mapping[int, set[str]]
Right = Callable[[], Digests]


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
    refused: Ids = field(default_factory=Ids)

    @property
    def clean(self) -> bool:
        return self.index.clean and self.rows.clean


def gate(
    engine: Engine,
    *,
    since: Mark,
    right: Right,
    generation: str | None = None,
    refused: Callable[[], set[int]] = set,
) -> GateReport:
    """Compare. `since`: the index's position. `right`: see `from_catalogue` and `from_rows`. `refused`: what the engine
    will not take as it is (see `rejections`), which is told and not held against the index."""
    in_index = dict(engine.digests(generation=generation))
    in_rows = dict(AssetRow.objects.exclude(digest="").values_list("asset_id", "digest"))
    wanted = right()
    moving = outbox.touched_since(since)
    rejected = refused()
    return GateReport(
        checked=len(wanted),
        waiting=len(moving),
        index=_drift(wanted, in_index, moving | rejected),
        rows=_drift(wanted, in_rows, moving),
        refused=_ids(rejected & wanted.keys()),
    )


def from_catalogue(days: Iterable[date]) -> Digests:
    """Digests worked out anew from the catalogue. Dates may have been counted from any of these local days."""
    right: dict[int, set[str]] = {}
    for day in dict.fromkeys(days):
        for document, _ in documents(eligible(), today=day):
            right.setdefault(document.asset_id, set()).add(document.digest)
    return right


def from_rows() -> Digests:
    """What belongs now, with the digests in its rows: for whoever has just written the rows from the catalogue."""
    kept = dict(AssetRow.objects.exclude(digest="").values_list("asset_id", "digest"))
    return {pk: {kept[pk]} if pk in kept else set() for pk in eligible().values_list("pk", flat=True)}


def _drift(right: Digests, kept: Mapping[int, str], moving: set[int]) -> Drift:
    return Drift(
        missing=_ids(right.keys() - kept.keys() - moving),
        stale=_ids({pk for pk, digest in kept.items() if pk in right and digest not in right[pk]} - moving),
        surplus=_ids(kept.keys() - right.keys() - moving),
    )


def _ids(found: set[int]) -> Ids:
    return Ids(len(found), tuple(sorted(found)[:SAMPLE]))
