"""Sending what was answered: a draft with it goes to a connector, and what people see stays as it is.

Invariant: answers are laid upon the newest draft under a lock; nothing is sent that was read back upon an older one.
"""

from typing import Any, Final

from django.db import transaction

from cms.actions import submit_change
from cms.models import Asset
from cms.selfservice.desk import Desk
from cms.selfservice.kept import put


class ChangedMeanwhile(Exception):
    """Somebody sent or saved another version while this one was being read back. Read it back again."""


def send(desk: Desk, *, by: Any, seen: str) -> None:
    """Send the answers. `seen`: the version that they were read back upon. Raises ChangedMeanwhile."""
    with transaction.atomic():
        asset: Final = Asset.objects.select_for_update().get(pk=desk.asset.pk)
        if seen != str(asset.latest_revision_id or 0):
            raise ChangedMeanwhile
        submit_change(draft=put(asset.get_latest_revision_as_object(), desk.pending, desk.today), by=by)
