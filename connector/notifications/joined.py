"""Two listings turn out to be one: who handed the one over that goes is not written to about the other either.

Invariant: only where somebody keeps one of them, so that there is somebody left to ask.
"""

from typing import Any

from django.db.models.signals import post_save

from cms.models import Asset, Editorship, FormerAddress
from connector.notifications.actions.step_back import step_back
from connector.notifications.models import SteppedBack


def connect() -> None:
    """From now on. An address begins to lead elsewhere in the transaction that joins two listings."""
    post_save.connect(carry_over, sender=FormerAddress, dispatch_uid="stepped back, carried over")


def carry_over(instance: FormerAddress, **kwargs: Any) -> None:
    """Whoever stepped back from the listing that had this address has from the one that it leads to."""
    went = Asset.objects.filter(uuid=instance.uuid).first()
    if went is None:
        return
    kept = Editorship.objects.filter(asset__in=[went.pk, instance.asset_id], user__is_active=True)
    people = SteppedBack.objects.filter(asset=went).values_list("person", flat=True)
    for person in people if kept.exists() else ():
        step_back(asset=instance.asset, person=person)
