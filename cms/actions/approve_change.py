"""A connector has looked at a change and finds it right."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from cms.actions.waiting import waiting_task
from cms.models import Asset


@transaction.atomic
def approve_change(*, asset: Asset, by: AbstractBaseUser, comment: str = "") -> Asset:
    """Approve the change that waits. After the last look it is live. Returns the asset as it is then.

    Raises NothingWaits, and PermissionDenied for somebody whose look is not asked for.
    """
    state = waiting_task(asset=asset, by=by, answer="approve")
    state.task.specific.on_action(state, by, "approve", comment=comment.strip())
    return Asset.objects.get(pk=asset.pk)
