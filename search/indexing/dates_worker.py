"""Follows the log for the real dates of sessions, in a thread of the lowest rank, for as long as it is let.

Invariant: whatever goes wrong is logged without a word of content and tried again, ever more slowly, until it works.
"""

import threading

import structlog
from django.db import close_old_connections, connections

from search.indexing.dates import follow
from search.indexing.follower import Follower, step_back
from search.indexing.lease import LeaseLost

IDLE_SECONDS, SLOWEST_RETRY_SECONDS = 1.0, 60.0
_log = structlog.get_logger("search")


class DatesWorker(Follower):
    """Follows until it is stopped."""

    thread_name = "dates-worker"

    def __init__(self) -> None:
        self._stopping = threading.Event()

    def ask_to_stop(self) -> None:
        """Stop after the round that it is at."""
        self._stopping.set()

    def run(self) -> None:
        """Follow in this thread."""
        pause = IDLE_SECONDS
        while not self._stopping.is_set():
            close_old_connections()
            try:
                pause = 0.0 if follow() else IDLE_SECONDS
            except LeaseLost:
                pause = IDLE_SECONDS
            except Exception as problem:
                pause = min(max(2 * pause, IDLE_SECONDS), SLOWEST_RETRY_SECONDS)
                _log.warning("search.dates_failed", problem=type(problem).__name__, retry_in=pause)
            self._stopping.wait(pause)

    def run_in_thread(self) -> None:
        step_back()
        self.run()
        connections.close_all()
