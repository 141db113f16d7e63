"""The door for whoever needs an index that is up to date: commands, the server, tests.

Invariant: returns only when every change that was committed before the call is in the index; otherwise it raises, with
who holds the index. It builds an index where there is none.
"""

import sys
import time
from collections.abc import Callable

from search import conf
from search.engines import get_engine
from search.engines.base import Engine
from search.indexing import outbox
from search.indexing.drain import drain, today, usable
from search.indexing.gate import GateReport, from_catalogue, gate
from search.indexing.lease import Lease, LeaseLost, holder_in_words, lease_on, mark_of, position_for
from search.indexing.rebuild import Progress, rebuild
from search.indexing.worker import Worker
from search.models import IndexPosition

__all__ = [
    "IndexHeld",
    "bring_up_to_date",
    "gate_report",
    "rebuild_index",
    "start_again",
    "start_worker",
]

Say = Callable[[str], object]


class IndexHeld(Exception):
    """Another process holds the index and did not come to the end in time. The message names it."""


def say_on_stderr(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201  (what commands show while they wait)


def bring_up_to_date(say: Say = say_on_stderr, *, patience: float | None = None) -> None:
    """Build the index if there is none, and bring in all that was committed before this call.

    Where another process holds the index, wait until it has done so, at most `patience` seconds. Raises IndexHeld.
    """
    engine = get_engine()
    target = outbox.newest()
    _when_held(engine, lambda lease: _catch_up(engine, lease, say), lambda: _has_passed(engine, target), say, patience)


def rebuild_index(
    say: Say = say_on_stderr,
    *,
    progress: Progress = lambda done, total: None,
    patience: float | None = None,
) -> GateReport:
    """Build a new generation beside the live one and swap. Raises IndexHeld or RebuildRefused."""
    engine = get_engine()
    reports: list[GateReport] = []

    def build(lease: Lease) -> None:
        reports.append(rebuild(engine, lease, progress=progress))

    _when_held(engine, build, lambda: bool(reports), say, patience)
    return reports[0]


def start_again(say: Say = say_on_stderr) -> None:
    """The database was put back from a copy: no index of any host follows it any more, so all build anew."""
    IndexPosition.objects.all().delete()
    rebuild_index(say)


def gate_report() -> GateReport:
    """Compare the index in use with the catalogue, changing nothing."""
    engine = get_engine()
    engine.refresh()
    position = position_for(engine)
    days = [today(), position.renewed_on or today()]
    return gate(engine, since=mark_of(position), right=lambda: from_catalogue(days))


def start_worker() -> Worker:
    """Keep the index fresh from a thread of this process. Each server process may call it; one at a time writes."""
    worker = Worker()
    worker.start()
    return worker


def _when_held(
    engine: Engine, act: Callable[[Lease], None], done: Callable[[], bool], say: Say, patience: float | None
) -> None:
    """Act under the lease as soon as it can be had, until it is done, by this process or another."""
    patience = conf.PATIENCE_SECONDS if patience is None else patience
    deadline, told = time.monotonic() + patience, False
    while True:
        engine.refresh()
        position = position_for(engine)
        if done():
            return
        with lease_on(position) as lease:
            if lease is not None:
                _act(act, lease)
        if lease is not None and done():
            return
        holder = holder_in_words(position.lease_holder)
        if not told:
            say(f"The search index is held by {holder}. Waiting for it, at most {patience:.0f} seconds.")
            told = True
        if time.monotonic() >= deadline:
            raise IndexHeld(f"The search index is held by {holder}. Wait for it to finish, then try again.")
        time.sleep(conf.POLL_SECONDS)


def _act(act: Callable[[Lease], None], lease: Lease) -> None:
    try:
        act(lease)
    except LeaseLost:
        return


def _catch_up(engine: Engine, lease: Lease, say: Say) -> None:
    if not usable(lease.position, engine):
        say("Building the search index.")
        rebuild(engine, lease)
    outcomes = drain(engine, lease)
    if outcomes:
        say(f"Brought {sum(outcomes.values()):,} changed listings into the search index.")


def _has_passed(engine: Engine, target: outbox.Mark) -> bool:
    position = position_for(engine)
    return usable(position, engine) and mark_of(position) >= target
