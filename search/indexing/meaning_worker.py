"""Reads the meaning of listings in a thread of the lowest rank, a few at a time, for as long as it is let.

Invariant: searches and the words of a listing go first; whatever goes wrong is logged without a word of content and
tried again, ever more slowly.
"""

import threading

import structlog
from django.db import close_old_connections, connections

from search.indexing.drain import today
from search.indexing.follower import Follower, step_back
from search.indexing.lease import LeaseLost
from search.indexing.meanings import follow, tidy
from search.meaning import here

IDLE_SECONDS, SLOWEST_RETRY_SECONDS = 1.0, 60.0
_log = structlog.get_logger("search")


class MeaningWorker(Follower):
    """Follows until it is stopped. Without the model it does nothing."""

    thread_name = "meaning-worker"

    def __init__(self) -> None:
        self._stopping = threading.Event()

    def ask_to_stop(self) -> None:
        """Stop after the batch that it is at."""
        self._stopping.set()

    def run(self) -> None:
        """Follow in this thread."""
        step_back()
        embedder, pause = here.embedder(), IDLE_SECONDS
        tidied = None
        while embedder is not None and not self._stopping.is_set():
            close_old_connections()
            try:
                pause = 0.0 if follow(embedder) else IDLE_SECONDS
                if not pause:
                    here.table().nudge()
                elif tidied != today():
                    tidied = today()
                    tidy(embedder)
            except LeaseLost:
                pause = IDLE_SECONDS
            except Exception as problem:
                pause = min(max(2 * pause, IDLE_SECONDS), SLOWEST_RETRY_SECONDS)
                _log.warning("search.meaning_failed", problem=type(problem).__name__, retry_in=pause)
            self._stopping.wait(pause)
        connections.close_all()
