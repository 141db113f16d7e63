"""What processes do with the outbox beside a test: `python -m tests.processes.message_acts NAME SIGN`.

Invariant: the product's own sending; the only thing bent is where a sender stops to be killed, and that mail is written
into a file beside the sign, one line each.
"""

import sys
from pathlib import Path
from threading import Event

import django

django.setup()

from datetime import timedelta  # noqa: E402

from django.utils import timezone  # noqa: E402

from connector.accounts.models import User  # noqa: E402
from connector.notifications import claiming, kinds, sending  # noqa: E402
from connector.notifications.actions.enqueue import enqueue  # noqa: E402
from connector.notifications.channels import Outgoing, choosing  # noqa: E402
from connector.notifications.deciding import Answer, Outcome  # noqa: E402
from connector.notifications.kinds import Kind  # noqa: E402
from connector.notifications.models import Message  # noqa: E402
from connector.stewardship.message import FOLDER  # noqa: E402

KIND = "killed"
kinds.register(Kind(KIND, "killing", FOLDER, lambda message, to, now: {"names": ["Sewing"], "link": "x"}))


class Ledger:
    """Writes down what it was given, before it answers."""

    stops: Path | None = None

    def send(self, outgoing: Outgoing) -> Outcome:
        with (Path(sys.argv[2]).parent / "ledger").open("a") as ledger:
            ledger.write(f"{outgoing.reference}\n")
        if self.stops is not None:
            self.stops.touch()
            Event().wait()
        return Outcome(Answer.SENT)

    def became(self, reference: str) -> Outcome | None:
        return None


choosing.CARRIERS = {"mail": Ledger}  # type: ignore[dict-item,misc]


def put(sign: Path) -> None:
    """One message to somebody."""
    user = User.objects.create_user("somebody@tenterclough.example")
    enqueue(kind=KIND, to=f"accounts.user:{user.pk}", key="one", now=timezone.now())


def stop_while_sending(sign: Path) -> None:
    """Send, and stop for good when the carrier has it and nothing of that is written down."""
    Ledger.stops = sign
    sending.send_due()


def stop_before_handing_over(sign: Path) -> None:
    """Take it, and stop for good before it is handed over."""
    taken = claiming.claim(now=timezone.now(), quiet=False)
    assert taken
    sign.touch()
    Event().wait()


def send_when_its_time_is_up(sign: Path) -> None:
    """Send as the next worker does, once nobody holds anything any more. What became of the message, into the sign."""
    Message.objects.update(held_until=timezone.now() - timedelta(seconds=1))
    sending.send_due()
    sending.send_due()
    message = Message.objects.get()
    sign.write_text(f"{message.state} {message.doubtful}")


if __name__ == "__main__":
    acts = (put, stop_while_sending, stop_before_handing_over, send_when_its_time_is_up)
    {act.__name__: act for act in acts}[sys.argv[1]](Path(sys.argv[2]))
