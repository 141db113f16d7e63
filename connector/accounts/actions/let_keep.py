"""Somebody keeps a listing from now on.

Invariant: the first is in the lead, and there is one first: the listing is locked while that is found out. It is a line
in the listing's history, with nobody's name in it but who did it.
"""

from typing import Any, Final

from django.contrib.auth.models import Group
from django.db import transaction

from cms.actions.history import EDITOR_CAME, write_history
from cms.models import Asset, Editorship
from connector.accounts.models import User

EDITORS: Final = "Group editors"


def be_editor(user: User) -> None:
    """Let this person in where groups keep their listings."""
    user.groups.add(Group.objects.get_or_create(name=EDITORS)[0])


@transaction.atomic
def let_keep(*, asset: Asset, user: User, by: Any) -> tuple[Editorship, bool]:
    """Let this person keep the listing. Returns the row, and whether it is new."""
    Asset.objects.select_for_update().get(pk=asset.pk)
    be_editor(user)
    first = not Editorship.objects.filter(asset=asset).exists()
    row, made = Editorship.objects.get_or_create(user=user, asset=asset, defaults={"lead": first})
    if made:
        write_history(asset, EDITOR_CAME, by=by)
    return row, made
