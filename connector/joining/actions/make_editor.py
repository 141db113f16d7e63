"""Whoever told us of their own group keeps its listing, once their address is proved."""

from typing import Any, Final

from django.contrib.auth.models import Group
from django.db import transaction

from cms.models import Editorship
from connector.joining.models import NewListing

EDITORS: Final = "Group editors"


@transaction.atomic
def make_editor(*, listing: NewListing, user: Any) -> bool:
    """Let them keep it; the first to do so leads. The address is needed no longer. Whether anything was given.

    Whoever calls has seen the address proved: by a code sent to it, or by a session that was open when it was sent.
    """
    row = NewListing.objects.select_for_update().get(pk=listing.pk)
    if row.state != NewListing.State.OUT or not row.mine or row.asset_id is None:
        return False
    lead = not Editorship.objects.filter(asset=row.asset_id).exists()
    Editorship.objects.get_or_create(user=user, asset_id=row.asset_id, defaults={"lead": lead})
    user.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    row.sender_email, row.sender = "", None
    row.save(update_fields=["sender_email", "sender"])
    return True
