"""Whom messages about a new listing may go to who has no account: its sender, whoever carries it on, and who is named.

Invariant: the address is read from the new listing, or from the listing made of it, each time; who is named is written
to by nothing but the question whether they agree.
"""

from typing import Final

from connector.joining.models import NewListing
from connector.notifications.recipients import Addressee, reference, register_reference

SENDER: Final = "joining.sender"
CARRIES_ON: Final = "joining.carries_on"
NAMED: Final = "joining.named"


def connect() -> None:
    """Let messages go to them, once a process."""
    register_reference(SENDER, _sender)
    register_reference(CARRIES_ON, _carries_on)
    register_reference(NAMED, _named)


def _sender(key: int) -> Addressee | None:
    row = NewListing.objects.filter(pk=key).exclude(sender_email="").first()
    return Addressee(reference(SENDER, key), email=row.sender_email) if row else None


def _carries_on(key: int) -> Addressee | None:
    row = NewListing.objects.filter(pk=key).exclude(carry_on_to="").first()
    return Addressee(reference(CARRIES_ON, key), email=row.carry_on_to) if row else None


def _named(key: int) -> Addressee | None:
    """Of a group that somebody else told us of: the first contact with an address, whoever may see it by now."""
    row = NewListing.objects.filter(pk=key, mine=False, asset__isnull=False).select_related("asset").first()
    contacts = row.asset.contacts.exclude(email="").order_by("pk") if row and row.asset else ()
    return next((Addressee(reference(NAMED, key), each.name, each.email) for each in contacts), None)
