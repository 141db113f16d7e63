"""What senders and groups are told about a new listing, through the outbox.

Invariant: nothing that a stranger typed stands in a message to somebody else; it leads to where it can be read. Each
message goes once, after what it tells of is kept; the way back goes `CARRIED` times at most.
"""

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from connector.joining.doors import AGREE, RESUME, address_of
from connector.joining.models import NewListing
from connector.joining.written_to import CARRIES_ON, NAMED, SENDER
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import Addressee, reference

CARRIED: Final = 3
CARRY_ON: Final = "carry_on"
SENT: Final = "listing_sent"
OUT: Final = "listing_out"
MAY_WE: Final = "may_we_tell"
ABOUT: Final = "joining.newlisting"
FOLDER: Final = Path(__file__).parent / "messages"
State = NewListing.State


@transaction.atomic
def say_carry_on(listing: NewListing, email: str) -> bool:
    """The way back to it, to whoever wants to go on elsewhere. Whether it goes."""
    row = NewListing.objects.select_for_update().get(pk=listing.pk)
    gone = Message.objects.filter(kind=CARRY_ON, about_type=ABOUT, about_id=str(row.pk)).count()
    if gone >= CARRIED:
        return False
    row.carry_on_to = email.strip().lower()
    row.save(update_fields=["carry_on_to"])
    return _put(row, CARRY_ON, reference(CARRIES_ON, row.pk), f"{CARRY_ON}:{row.pk}:{gone}")


def say_sent(listing: NewListing) -> None:
    """It has arrived, with its number."""
    if listing.sender_email:
        _put(listing, SENT, reference(SENDER, listing.pk), f"{SENT}:{listing.pk}")


def say_out(listing: NewListing, *, to: str) -> None:
    """People see it. `to`: whom that is told, or nothing. Of a group that somebody else told us of, its own people are
    asked whether they agree."""
    if to:
        _put(listing, OUT, to, f"{OUT}:{listing.pk}")
    if not listing.mine:
        _put(listing, MAY_WE, reference(NAMED, listing.pk), f"{MAY_WE}:{listing.pk}")


def _put(listing: NewListing, kind: str, to: str, key: str) -> bool:
    new = enqueue(kind=kind, to=to, key=key, about=(ABOUT, str(listing.pk)), now=timezone.now())
    if new:
        NewListing.objects.filter(pk=listing.pk).update(letters=F("letters") + 1)
    return new


def _about(message: Message) -> NewListing | None:
    return NewListing.objects.select_related("asset").filter(pk=int(message.about_id)).first()


def _carry_on(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    row = _about(message)
    return {"link": address_of(RESUME, row, now, to.reference)} if row else None


def _sent(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    row = _about(message)
    if row is None or row.state != State.SENT:
        return None
    return {"number": row.number, "link": address_of(RESUME, row, now, to.reference)}


def _out(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    row = _about(message)
    if row is None or row.asset is None or not row.asset.live:
        return None
    page = f"{settings.CONNECTOR_BASE_URL}{row.asset.get_absolute_url()}"
    sign_in = f"{settings.CONNECTOR_BASE_URL}{reverse('account_login')}" if row.mine else ""
    return {"number": row.number, "page": page, "sign_in": sign_in}


def _may_we(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    """None once they were asked in another way, or it is there no longer."""
    row = _about(message)
    if row is None or row.asset is None or not (row.asset.live and row.asset.unasked):
        return None
    return {"link": address_of(AGREE, row, now, to.reference)}


def connect() -> None:
    """Let these be sent, once a process."""
    told, named = "somebody gave us this address for a new listing", "somebody told us of your group"
    for kind in (
        Kind(CARRY_ON, "carrying on with a new listing", FOLDER / CARRY_ON, _carry_on, urgent=True, because=told),
        Kind(SENT, "whether a new listing has arrived", FOLDER / SENT, _sent, urgent=True, because=told),
        Kind(OUT, "whether people see a new listing", FOLDER / OUT, _out, because=told),
        Kind(MAY_WE, "whether we may tell of your group", FOLDER / MAY_WE, _may_we, because=named),
    ):
        register(kind)
