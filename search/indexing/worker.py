"""Follows the log for as long as it is let: a thread of the server on a laptop, `search_drain --forever` in a council.

Invariant: whatever goes wrong is logged without a word of content and tried again, ever more slowly, until it works;
nothing that waits is given up. Idle, it asks the database one small question every 300 ms, or at once when nudged.
"""

import time

import structlog
from django.db import close_old_connections, connections
from django.utils import timezone

from cms.schedule.exceptions import bank_holidays
from search import conf
from search.engines import get_engine
from search.engines.base import Engine
from search.indexing import nudge, outbox, trouble
from search.indexing.drain import drain, today, usable
from search.indexing.follower import Follower
from search.indexing.lease import LeaseLost, lease_on, mark_of, position_for
from search.indexing.rebuild import rebuild
from search.indexing.renew import due, renew

SLOWEST_RETRY_SECONDS = 30.0
_log = structlog.get_logger("search")


def follow(engine: Engine) -> bool:
    """Do what there is to do, once: build, drain, renew. False when there was nothing, or somebody else is at it."""
    engine.refresh()
    position = position_for(engine)
    day, ready = today(), usable(position, engine)
    if ready and not outbox.waits_after(mark_of(position)) and not due(position, day):
        trouble.clear(position)
        return False
    with lease_on(position) as lease:
        if lease is None:
            return False
        if not usable(lease.position, engine):
            rebuild(engine, lease)
        drain(engine, lease, day=day)
        if due(lease.position, day):
            renew(engine, lease, day=day)
    trouble.clear(position)
    outbox.prune(timezone.now())
    return True


def next_pause(pause: float) -> float:
    """Seconds to wait after one more failure, given those after the last: twice as long, within bounds."""
    return min(max(pause * 2, conf.POLL_SECONDS), SLOWEST_RETRY_SECONDS)


class Worker(Follower):
    """Follows until it is stopped."""

    thread_name = "search-worker"

    def __init__(self, engine: Engine | None = None) -> None:
        self._engine = engine
        self._stopping = False
        self._pause = 0.0

    def ask_to_stop(self) -> None:
        """Stop after what it is doing now. Takes no lock, so that a signal's handler may call it."""
        self._stopping = True

    def stop(self, seconds: float = 10.0) -> None:
        """Ask it to stop, and wait for that."""
        self.ask_to_stop()
        nudge.nudge()
        super().stop(seconds)

    def run(self) -> None:
        """Follow in this thread."""
        next_try = 0.0
        while not self._stopping:
            if time.monotonic() >= next_try:
                self._try()
                next_try = time.monotonic() + self._pause
            nudge.wait(conf.POLL_SECONDS)

    def run_in_thread(self) -> None:
        # The first bank holidays take a while to load: the first listing that is published need not wait for them.
        bank_holidays(conf.nation(), today().year)
        self.run()
        connections.close_all()

    def _try(self) -> None:
        """One round. After one that failed, the pause before the next is longer than the last."""
        close_old_connections()
        engine = self._engine or get_engine()
        try:
            follow(engine)
            self._pause = 0.0
        except LeaseLost:
            _log.info("search.lease_lost")
        except Exception as problem:
            self._pause = next_pause(self._pause)
            # Only the kind of error: a message may quote what it failed on.
            _log.warning("search.drain_failed", problem=type(problem).__name__, retry_in=self._pause)
            trouble.note(engine, problem)
