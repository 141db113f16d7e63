"""All five questions are answered: a draft for a connector's first look."""

import secrets
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from cms.actions import submit_change
from connector.joining import letters
from connector.joining.drafting import drafted
from connector.joining.limits import may_send, may_send_more
from connector.joining.models import Agreement, NewListing
from connector.joining.questions import fit_to_send

_TRIES: Final = 20


class NotFit(Exception):
    """A question has no answer yet."""


class QueueIsFull(Exception):
    """More is waiting than anybody can look at."""


class TooManyOfOne(Exception):
    """As many wait of this sender, or with this contact, as may."""


@transaction.atomic
def send_listing(*, listing: NewListing, email: str, now: datetime) -> NewListing:
    """Make the draft, once: a second press finds it sent. `email`: where the sender can be reached, or nothing; there
    they are told that it has arrived.

    Raises NotFit, QueueIsFull and TooManyOfOne; then nothing is changed. Returns the row as it is then.
    """
    row = NewListing.objects.select_for_update().get(pk=listing.pk)
    if row.state != NewListing.State.WRITING:
        return row
    if not fit_to_send(row.answers):
        raise NotFit
    if not may_send(now):
        raise QueueIsFull
    ask = row.answers["ask"]
    if not may_send_more(sender=email.strip(), email=ask.get("email", ""), phone=ask.get("phone", "")):
        raise TooManyOfOne
    asset, row.place = drafted(row.answers, mine=row.mine, today=timezone.localdate(now))
    submit_change(draft=asset, by=row.sender)
    _note_agreement(row, asset.pk, now)
    row.asset, row.state, row.sent_at, row.changed_at = asset, NewListing.State.SENT, now, now
    row.sender_email = email.strip().lower()
    row.number = _number()
    row.save()
    letters.say_sent(row)
    return row


def _note_agreement(row: NewListing, asset: int, now: datetime) -> None:
    """Somebody agrees for themselves alone, so only where it is their own group."""
    ask = row.answers["ask"]
    if row.mine and ask.get("words"):
        Agreement.objects.create(
            asset_id=asset, answer=ask["shown_to"], words=ask["words"], by=ask["name"], how="on the page", at=now
        )


def _number() -> str:
    """Six digits that nobody has, to read over the telephone: "482 913"."""
    for _ in range(_TRIES):
        digits = f"{secrets.randbelow(900_000) + 100_000}"
        number = f"{digits[:3]} {digits[3:]}"
        if not NewListing.objects.filter(number=number).exists():
            return number
    raise RuntimeError("No number is left for a new listing: run forget_unfinished_listings.")
