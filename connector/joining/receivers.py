"""What happens elsewhere and matters to a new listing: it was approved; somebody signed in with a code.

Invariant: an address counts as proved by a code that was sent to it just now, and by nothing else.
"""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import user_logged_in
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from cms.signals import asset_changed
from connector.joining.actions.make_editor import make_editor
from connector.joining.actions.note_out import note_out
from connector.joining.models import NewListing

BY_CODE = "code"


def connect() -> None:
    """Listen, once a process."""
    asset_changed.connect(_out, dispatch_uid="connector.joining.out")
    user_logged_in.connect(_signed_in, dispatch_uid="connector.joining.signed_in")


def _out(asset_ids: tuple[int, ...], **_: Any) -> None:
    for start in range(0, len(asset_ids), 500):
        note_out(asset_ids=asset_ids[start : start + 500], now=timezone.now())


def _signed_in(request: HttpRequest, user: Any, response: Any = None, **_: Any) -> None:
    """The listings that were sent from this address and are out."""
    records = get_authentication_records(request, user)
    if not any(each.get("method") == BY_CODE for each in records):
        return
    waiting = NewListing.objects.filter(state=NewListing.State.OUT, mine=True, sender_email=user.email)
    given = [make_editor(listing=row, user=user) for row in waiting]
    if any(given) and response is not None and response.get("Location") == "/":
        response["Location"] = reverse("my_listings")
