"""Rounds of work for as long as it is let, with a pause where nothing is left to do.

Invariant: whatever goes wrong in a round is logged without a word of content, and tried again after a pause. Several
may run at once.
"""

from threading import Event

import structlog
from django.db import close_old_connections, connections

from search.refresh import Follower

_log = structlog.get_logger("connector")


class Rounds(Follower):
    """Goes round until it is stopped."""

    thread_name = "rounds"
    pause_seconds = 10.0

    def __init__(self) -> None:
        self._stopping = False
        self._woken = Event()

    def one_round(self) -> bool:
        """Do what there is to do. Whether there may be more at once."""
        raise NotImplementedError

    def wait(self, seconds: float) -> None:
        """Until somebody wakes it, at most so long."""
        self._woken.wait(seconds)
        self._woken.clear()

    def wake(self) -> None:
        """Look now, whatever is left of the pause."""
        self._woken.set()

    def ask_to_stop(self) -> None:
        """Stop after what it is doing now. Takes no lock, so that a signal's handler may call it."""
        self._stopping = True

    def stop(self, seconds: float = 10.0) -> None:
        self.ask_to_stop()
        self.wake()
        super().stop(seconds)

    def run(self) -> None:
        """Go round in this thread."""
        while not self._stopping:
            close_old_connections()
            try:
                more = self.one_round()
            except Exception as problem:
                more = False
                _log.warning("rounds.failed", worker=self.thread_name, problem=type(problem).__name__)
            if not more:
                self.wait(self.pause_seconds)

    def run_in_thread(self) -> None:
        self.run()
        connections.close_all()
