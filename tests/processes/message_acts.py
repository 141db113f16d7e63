"""What processes do with the outbox beside a test: `python -m tests.processes.message_acts NAME SIGN`.

Invariant: the product's own sending; the only thing bent is where a sender stops to be killed, and that mail is written
into a file beside the sign, one line each.
"""

import sys
from pathlib import Path
from threading import Event

import django

django.setup()

from dataclasses import replace  # noqa: E402
from datetime import timedelta  # noqa: E402

from django.conf import settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from connector.accounts.models import User  # noqa: E402
from connector.fetching import Asked, Fetched, Refused  # noqa: E402
from connector.fetching.over_http import HttpFetcher  # noqa: E402
from connector.notifications import claiming, kinds, sending  # noqa: E402
from connector.notifications.actions.enqueue import enqueue  # noqa: E402
from connector.notifications.channels import Outgoing, choosing  # noqa: E402
from connector.notifications.deciding import Answer, Outcome  # noqa: E402
from connector.notifications.kinds import Kind  # noqa: E402
from connector.notifications.models import Duty, Message  # noqa: E402
from connector.notifications.outside import look_once  # noqa: E402
from connector.notifications.worker import work_once  # noqa: E402
from connector.stewardship.message import FOLDER  # noqa: E402
from connector.websites.models import Website  # noqa: E402
from tests.factories.assets import AssetFactory  # noqa: E402

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


class Patient:
    """The product's own fetcher, which may reach this machine and waits however long."""

    def fetch(self, asked: Asked) -> Fetched | Refused:
        return HttpFetcher("tests", allowed=lambda number: True, ports=None).fetch(replace(asked, seconds=600.0))


def put_website(sign: Path) -> None:
    """A listing whose website is due. `sign` holds its address."""
    url = sign.read_text()
    Website.objects.create(asset=AssetFactory(url=url), url=url, next_on=timezone.localdate())


def look_outside(sign: Path) -> None:
    """What `look_outside` does, once. The names of what was done, into the sign."""
    settings.CONNECTOR_FETCHER = f"{__name__}.Patient"
    sign.write_text(", ".join(look_once()))


def work(sign: Path) -> None:
    """A round of the sender: its duties, then what is due. How many messages were taken up, into the sign."""
    sign.write_text(str(work_once()))


def lose_the_lease(sign: Path) -> None:
    """Time goes by."""
    Duty.objects.exclude(held_until=None).update(held_until=timezone.now() - timedelta(seconds=1))


if __name__ == "__main__":
    acts = (
        *(put, stop_while_sending, stop_before_handing_over, send_when_its_time_is_up),
        *(put_website, look_outside, work, lose_the_lease),
    )
    {act.__name__: act for act in acts}[sys.argv[1]](Path(sys.argv[2]))
