"""Sends for as long as it is let: a thread of the server on a laptop, `send_messages --forever` in a council."""

from django.utils import timezone

from connector.notifications import nudge
from connector.notifications.duties import do_due
from connector.notifications.rounds import Rounds
from connector.notifications.sending import send_due


def work_once() -> int:
    """The day's duties, then what is due. How many messages were taken up."""
    do_due(timezone.localdate())
    return send_due()


class MessageWorker(Rounds):
    """Is woken by whatever is put into the outbox."""

    thread_name = "message-worker"

    def one_round(self) -> bool:
        return bool(work_once())

    def wait(self, seconds: float) -> None:
        nudge.wait(seconds)

    def wake(self) -> None:
        nudge.nudge()
