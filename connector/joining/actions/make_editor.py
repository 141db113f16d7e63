"""Whoever told us of their own group keeps its listing, once their address is proved."""

from typing import Any

from django.db import transaction

from connector.accounts.actions.let_keep import let_keep
from connector.joining.models import NewListing


@transaction.atomic
def make_editor(*, listing: NewListing, user: Any) -> bool:
    """Let them keep it; the first to do so leads. The address is needed no longer. Whether anything was given.

    Whoever calls has seen the address proved: by a code sent to it, or by a session that was open when it was sent.
    """
    row = NewListing.objects.select_for_update().get(pk=listing.pk)
    if row.state != NewListing.State.OUT or not row.mine or row.asset is None:
        return False
    let_keep(asset=row.asset, user=user, by=user)
    row.sender_email, row.sender = "", None
    row.save(update_fields=["sender_email", "sender"])
    return True
