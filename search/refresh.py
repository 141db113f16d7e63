"""The door for whoever needs an index that is up to date: commands, the server, tests.

Invariant: returns only when every change that was committed before the call is in the index; otherwise it raises, with
who holds the index. It builds an index where there is none.
"""

import sys
import time
from collections.abc import Callable
from functools import partial

from search import conf
from search.engines import engines_to_follow, get_engine
from search.engines.base import Engine, EngineUnavailable
from search.indexing import dates, meanings, outbox, rejections, trouble
from search.indexing.dates_worker import DatesWorker
from search.indexing.drain import drain, today, usable
from search.indexing.follower import Follower
from search.indexing.gate import GateReport, from_catalogue, gate
from search.indexing.lease import Lease, LeaseLost, holder_in_words, lease_on, mark_of, position_for
from search.indexing.meaning_worker import MeaningWorker
from search.indexing.rebuild import Progress, rebuild
from search.indexing.worker import Worker
from search.meaning import here
from search.models import IndexPosition

__all__ = [
    "Follower",
    "IndexHeld",
    "bring_up_to_date",
    "fill_dates",
    "finish_meaning",
    "gate_report",
    "gate_reports",
    "ready_to_search",
    "rebuild_index",
    "start_again",
    "start_worker",
    "workers",
]

Say = Callable[[str], object]
TELL_SECONDS = 3.0
MEANWHILE = "The engine on this machine answers meanwhile. Changes wait, and are brought in when the server is back."


class IndexHeld(Exception):
    """Another process holds the index and did not come to the end in time. The message names it."""


def say_on_stderr(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201  (what commands show while they wait)


def bring_up_to_date(say: Say = say_on_stderr, *, patience: float | None = None) -> None:
    """Build the index if there is none, and bring in all that was committed before this call.

    Where another process holds the index, wait until it has done so, at most `patience` seconds. Raises IndexHeld.
    """
    for engine in engines_to_follow():
        _bring_up_to_date(engine, say, patience)


def ready_to_search(say: Say = say_on_stderr, *, patience: float | None = None) -> None:
    """What must be so before this machine searches: as `bring_up_to_date`, but a search server that is away stops
    nothing where another engine stands in for it. That is told in one line; the worker catches up by itself."""
    *spares, searched = engines_to_follow()
    for engine in spares:
        _bring_up_to_date(engine, say, patience)
    try:
        _bring_up_to_date(searched, say, patience)
    except EngineUnavailable as problem:
        if not spares:
            raise
        say(f"{problem} {MEANWHILE}")


def rebuild_index(
    say: Say = say_on_stderr,
    *,
    progress: Progress = lambda done, total: None,
    patience: float | None = None,
) -> GateReport:
    """Build a new generation beside the live one and swap, in every index that this host follows. The report is that
    of the engine which answers. Raises IndexHeld or RebuildRefused."""
    return [_rebuild(engine, say, progress, patience) for engine in engines_to_follow()][-1]


def _bring_up_to_date(engine: Engine, say: Say, patience: float | None) -> None:
    target = outbox.newest()
    try:
        _when_held(
            engine, lambda lease: _catch_up(engine, lease, say), lambda: _has_passed(engine, target), say, patience
        )
    except EngineUnavailable as problem:
        trouble.note(engine, problem)
        raise
    trouble.clear(position_for(engine))


def _rebuild(engine: Engine, say: Say, progress: Progress, patience: float | None) -> GateReport:
    reports: list[GateReport] = []

    def build(lease: Lease) -> None:
        reports.append(rebuild(engine, lease, progress=progress))

    _when_held(engine, build, lambda: bool(reports), say, patience)
    return reports[0]


def start_again(say: Say = say_on_stderr) -> None:
    """The database was put back from a copy: no index of any host follows it any more, so all build anew."""
    IndexPosition.objects.all().delete()
    rebuild_index(say)


def gate_reports() -> dict[str, GateReport]:
    """Compare every index that this host follows with the catalogue, changing nothing. By the engines' names."""
    return {engine.name: gate_report(engine) for engine in engines_to_follow()}


def gate_report(engine: Engine | None = None) -> GateReport:
    """Compare one index, by default the one in use, with the catalogue, changing nothing."""
    engine = engine or get_engine()
    engine.refresh()
    position = position_for(engine)
    days = [today(), position.renewed_on or today()]
    refused = partial(rejections.refused, position)
    return gate(engine, since=mark_of(position), right=lambda: from_catalogue(days), refused=refused)


def start_worker() -> Follower:
    """Keep the index fresh from a thread of this process. Each server process may call it; one at a time writes.

    A spare's index has a thread of its own, so that neither waits for the other. The worker is that of the engine.
    """
    every = workers()
    for worker in every:
        worker.start()
    return every[-1]


def workers() -> list[Follower]:
    """One for what listings mean, one for real dates, and one for every index that this host follows; last that of the
    engine."""
    return [MeaningWorker(), DatesWorker(), *(Worker(engine) for engine in engines_to_follow())]


def fill_dates(
    say: Say = say_on_stderr, *, progress: Progress = lambda done, total: None, patience: float | None = None
) -> None:
    """Bring the rows of real dates up to every change that was committed before this call, and to today. One that was
    broken off today goes on where it was.

    Where another process is at it, wait until it has done so, at most `patience` seconds. Raises IndexHeld.
    """
    target, day = outbox.newest(), today()
    deadline, told = time.monotonic() + (conf.PATIENCE_SECONDS if patience is None else patience), False
    while not dates.has_passed(target, day):
        if dates.follow(progress):
            continue
        holder = holder_in_words(dates.position().lease_holder)
        if not told:
            say(f"The dates are held by {holder}. Waiting for it.")
            told = True
        if time.monotonic() >= deadline:
            raise IndexHeld(f"The dates are held by {holder}. Wait for it to finish, then try again.")
        time.sleep(conf.POLL_SECONDS)


def finish_meaning(say: Say = say_on_stderr) -> None:
    """Read what listings mean until none waits, telling how far it is: for commands that measure or answer once.
    Without the model it says so and goes on."""
    embedder, told = here.embedder(), time.monotonic()
    if embedder is None:
        say(f"Answers come from words and the interest graph alone. {here.missing()}")
        return

    def progress(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told >= TELL_SECONDS:
            told = time.monotonic()
            say(f"Reading what listings mean: {done:,} of {total:,}.")

    # Where a server is at it, it goes on there.
    while not meanings.finish(embedder, progress) and (left := meanings.waiting(embedder)):
        say(f"Another process reads what listings mean; {left:,} to go.")
        time.sleep(TELL_SECONDS)
    here.table().nudge()


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
