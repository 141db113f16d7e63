"""Does the day's duties that wait for other people's servers: a thread of the server on a laptop, `look_outside
--forever` in a council.

Invariant: it sends nothing, and holds nothing that a sender waits for; whatever goes wrong is logged and tried again
after a pause. Several may run at once.
"""

from threading import Event

import structlog
from django.db import close_old_connections, connections
from django.utils import timezone

from connector.notifications.duties import do_due
from search.refresh import Follower

PAUSE_SECONDS = 30.0
_log = structlog.get_logger("connector")


def look_once() -> list[str]:
    """What is due today. The names of what was done."""
    return do_due(timezone.localdate(), outside=True)


class OutsideWorker(Follower):
    """Looks until it is stopped."""

    thread_name = "outside-worker"

    def __init__(self) -> None:
        self._stopping = Event()

    def ask_to_stop(self) -> None:
        """Stop after the duty that it is doing now."""
        self._stopping.set()

    def run(self) -> None:
        """Look in this thread."""
        while not self._stopping.is_set():
            close_old_connections()
            try:
                look_once()
            except Exception as problem:
                _log.warning("messages.outside_worker_failed", problem=type(problem).__name__)
            self._stopping.wait(PAUSE_SECONDS)

    def run_in_thread(self) -> None:
        self.run()
        connections.close_all()
