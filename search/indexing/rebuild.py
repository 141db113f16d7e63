"""A new generation beside the live one: filled in batches, kept up with changes, compared, and only then promoted.

Invariant: searches go on, in a live index that stays fresh, until the new one is proven equal to the catalogue.
A rebuild that is broken off leaves the live generation and its position as they were.
"""

from collections.abc import Callable
from datetime import date

from search import conf
from search.eligibility import eligible
from search.engines.base import Engine
from search.indexing import outbox, rejections
from search.indexing.drain import drain, today, usable, write_batch
from search.indexing.gate import GateReport, from_rows, gate
from search.indexing.lease import Lease
from search.indexing.rows import drop_surplus_rows
from search.statistics import make_snapshot

# Called with how many listings are done and how many there are.
Progress = Callable[[int, int], None]


class RebuildRefused(Exception):
    """The new generation is not what the catalogue says; the live one was left in place."""

    def __init__(self, report: GateReport) -> None:
        super().__init__("The new index differs from the catalogue, so the old one stays in use.")
        self.report = report


def rebuild(engine: Engine, lease: Lease, *, progress: Progress = lambda done, total: None) -> GateReport:
    """Build, compare, promote. Raises RebuildRefused, or LeaseLost when somebody else took over."""
    day = today()
    keep_live = usable(lease.position, engine)
    generation = engine.start_generation()
    if not keep_live:
        # Named before it is live, so that other hosts keep the changes that it still has to follow.
        start = outbox.start_of_rebuild()
        lease.set(generation=generation, last_xact=start.xact, last_change=start.change)
    into = (None, generation) if keep_live else (generation,)
    _fill(engine, lease, generation, into, day, progress)
    drop_surplus_rows()
    drain(engine, lease, into=into, day=day)
    position = lease.position
    report = gate(
        engine,
        since=lease.mark,
        right=from_rows,
        generation=generation,
        refused=lambda: rejections.refused(position),
    )
    if not report.clean:
        raise RebuildRefused(report)
    lease.renew()
    engine.promote(generation)
    lease.set(generation=generation, renewed_on=day)
    make_snapshot()
    return report


def _fill(
    engine: Engine, lease: Lease, generation: str, into: tuple[str | None, ...], day: date, progress: Progress
) -> None:
    total, done, last = eligible().count(), 0, 0
    while ids := list(eligible().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[: conf.BATCH]):
        write_batch(engine, lease, ids, into=(generation,), day=day)
        drain(engine, lease, into=into, day=day)
        done, last = done + len(ids), ids[-1]
        progress(done, max(total, done))
