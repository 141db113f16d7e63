"""Sends for as long as it is let: a thread of the server on a laptop, `send_messages --forever` in a council.

Invariant: whatever goes wrong is logged without a word of content, and tried again after a pause. Several may run at
once.
"""

import structlog
from django.db import close_old_connections, connections
from django.utils import timezone

from connector.notifications import nudge
from connector.notifications.duties import do_due
from connector.notifications.sending import send_due
from search.refresh import Follower

PAUSE_SECONDS = 10.0
_log = structlog.get_logger("connector")


def work_once() -> int:
    """The day's duties, then what is due. How many messages were taken up."""
    do_due(timezone.localdate())
    return send_due()


class MessageWorker(Follower):
    """Follows until it is stopped."""

    thread_name = "message-worker"

    def __init__(self) -> None:
        self._stopping = False

    def ask_to_stop(self) -> None:
        """Stop after what it is doing now. Takes no lock, so that a signal's handler may call it."""
        self._stopping = True

    def stop(self, seconds: float = 10.0) -> None:
        self.ask_to_stop()
        nudge.nudge()
        super().stop(seconds)

    def run(self) -> None:
        """Follow in this thread."""
        while not self._stopping:
            close_old_connections()
            try:
                more = bool(work_once())
            except Exception as problem:
                more = False
                _log.warning("messages.worker_failed", problem=type(problem).__name__)
            if not more:
                nudge.wait(PAUSE_SECONDS)

    def run_in_thread(self) -> None:
        self.run()
        connections.close_all()
