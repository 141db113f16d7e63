"""A new generation beside the live one: filled in batches, kept up with changes, compared, and only then promoted.

Invariant: searches go on, in a live index that stays fresh, until the new one is proven equal to the catalogue.
A rebuild that is broken off leaves the live generation in use, and the next one goes on where it was.
"""

from collections.abc import Callable

import structlog

from search import conf
from search.eligibility import eligible
from search.engines.base import Engine
from search.indexing import building, outbox, rejections
from search.indexing.building import Build
from search.indexing.drain import drain, today, usable, write_batch
from search.indexing.gate import GateReport, from_rows, gate
from search.indexing.lease import Lease
from search.indexing.rows import drop_surplus_rows
from search.statistics import make_snapshot

# Called with how many listings are done and how many there are.
Progress = Callable[[int, int], None]
_log = structlog.get_logger("search")


class RebuildRefused(Exception):
    """The new generation is not what the catalogue says; the live one was left in place."""

    def __init__(self, report: GateReport) -> None:
        super().__init__("The new index differs from the catalogue, so the old one stays in use.")
        self.report = report


def rebuild(engine: Engine, lease: Lease, *, progress: Progress = lambda done, total: None) -> GateReport:
    """Build, compare, promote. Raises RebuildRefused, or LeaseLost when somebody else took over."""
    keep_live = usable(lease.position, engine)
    build = _build(engine, lease, keep_live)
    building.take_up(lease, build, keep_live=keep_live)
    generation, day = build.generation, build.day
    into = (None, generation) if keep_live else (generation,)
    _fill(engine, lease, build, into, progress)
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
        lease.set(**building.dropped())
        raise RebuildRefused(report)
    lease.renew()
    engine.promote(generation)
    lease.set(generation=generation, renewed_on=day, **building.dropped())
    make_snapshot()
    return report


def _build(engine: Engine, lease: Lease, keep_live: bool) -> Build:
    """One that was broken off, or a new one."""
    day = today()
    build = building.unfinished(engine, lease.position, day)
    if build is None:
        return building.begun(engine, day, lease.mark if keep_live else outbox.start_of_rebuild())
    _log.info("search.rebuild_taken_up", engine=engine.name, upto=build.upto)
    return build


def _fill(engine: Engine, lease: Lease, build: Build, into: tuple[str | None, ...], progress: Progress) -> None:
    total, done = eligible().count(), 0
    if build.upto:
        drain(engine, lease, into=into, day=build.day)
        done = eligible().filter(pk__lte=build.upto).count()
        progress(done, total)
    while ids := _next_ids(build.upto):
        write_batch(engine, lease, ids, into=(build.generation,), day=build.day)
        drain(engine, lease, into=into, day=build.day)
        build = building.kept(lease, build, ids[-1])
        done += len(ids)
        progress(done, max(total, done))


def _next_ids(last: int) -> list[int]:
    return list(eligible().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[: conf.BATCH])
