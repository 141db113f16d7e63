"""Does the day's duties that wait for other people's servers: a thread of the server on a laptop, `look_outside
--forever` in a council.

Invariant: it sends nothing, and holds nothing that a sender waits for.
"""

from django.utils import timezone

from connector.notifications.duties import do_due
from connector.notifications.rounds import Rounds


def look_once() -> list[str]:
    """What is due today. The names of what was done."""
    return do_due(timezone.localdate(), outside=True)


class OutsideWorker(Rounds):
    """Looks, and rests however much was done."""

    thread_name = "outside-worker"
    pause_seconds = 30.0

    def one_round(self) -> bool:
        look_once()
        return False
