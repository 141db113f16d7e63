"""A connector has approved a new listing: people see it."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth import get_user_model

from connector.joining import letters
from connector.joining.actions.make_editor import make_editor
from connector.joining.models import NewListing
from connector.joining.written_to import SENDER
from connector.notifications.recipients import USER, reference


def note_out(*, asset_ids: Sequence[int], now: datetime) -> None:
    """Those of these assets that were told to us and are live now: the place shows too, the answers are cleared, and
    the sender is told. Whoever was signed in when they sent it keeps it from now on; anybody else has an account made,
    which opens nothing until a code has proved their address. One query where there is nothing to do."""
    rows = NewListing.objects.filter(state=NewListing.State.SENT, asset__in=asset_ids, asset__live=True)
    for row in rows.select_related("asset", "place", "sender"):
        row.state, row.out_at, row.answers, row.came_from, row.carry_on_to = NewListing.State.OUT, now, {}, "", ""
        row.save(update_fields=["state", "out_at", "answers", "came_from", "carry_on_to"])
        if row.place is not None and not row.place.live:
            row.place.live = True
            row.place.save()
        letters.say_out(row, to=_let_keep(row))


def _let_keep(row: NewListing) -> str:
    """Let whoever told us of their own group keep it. The reference of who is told that it is out; empty where they
    left no address."""
    told = bool(row.sender_email)
    if not row.mine:
        return reference(SENDER, row.pk) if told else ""
    if row.sender is not None:
        keeper = row.sender.pk
        make_editor(listing=row, user=row.sender)
        return reference(USER, keeper) if told else ""
    return reference(USER, _account(row.sender_email, _first_name(row))) if told else ""


def _account(email: str, name: str) -> int:
    """Somebody to send a code to. It has no role, so there is nothing that it may do."""
    users = get_user_model()
    known = users.objects.filter(email=email).values_list("pk", flat=True).first()
    return known or users.objects.create_user(email=email, first_name=name).pk


def _first_name(row: NewListing) -> str:
    """The sender's, where they are a contact of the listing by the same address; nobody else's is taken for theirs."""
    contacts = row.asset.contacts.all() if row.asset is not None else ()
    return next((each.name for each in contacts if each.email.lower() == row.sender_email), "")
