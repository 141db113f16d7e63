"""What senders and groups are told by e-mail about a new listing.

Invariant: nothing that a stranger typed stands in a message to somebody else; it leads to where it can be read.
At most `MOST` messages go out about one listing, and none without an address.
"""

from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from connector.accounts.letters import write
from connector.joining.doors import AGREE, RESUME, address_of
from connector.joining.models import NewListing

MOST: Final = 6


def say_carry_on(listing: NewListing, email: str) -> bool:
    """The way back to it, to whoever wants to go on elsewhere. Whether it went."""
    return _send(listing, email, "joining/email/carry_on", link=address_of(RESUME, listing, timezone.now()))


def say_sent(listing: NewListing) -> None:
    """It has arrived, with its number."""
    link = address_of(RESUME, listing, timezone.now())
    _send(listing, listing.sender_email, "joining/email/sent", number=listing.number, link=link)


def say_out(listing: NewListing) -> None:
    """People see it. To whom it is of: how to keep it right. Of a group that somebody else told us of, its own people
    are asked whether they agree."""
    if listing.asset is None:
        return
    page = f"{settings.CONNECTOR_BASE_URL}{listing.asset.get_absolute_url()}"
    sign_in = f"{settings.CONNECTOR_BASE_URL}{reverse('account_login')}"
    shown = {"number": listing.number, "page": page, "sign_in": sign_in if listing.mine else ""}
    _send(listing, listing.sender_email, "joining/email/out", **shown)
    if not listing.mine:
        asked = next((each.email for each in listing.asset.contacts.all() if each.email), "")
        _send(listing, asked, "joining/email/agree", link=address_of(AGREE, listing, timezone.now()))


def _send(listing: NewListing, email: str, letter: str, **shown: Any) -> bool:
    if not email or listing.letters >= MOST:
        return False
    listing.letters += 1
    listing.save(update_fields=["letters"])
    return write(email, letter, **shown)
