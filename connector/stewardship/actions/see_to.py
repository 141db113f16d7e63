"""A connector has seen to a listing: it is done, or "we have stopped" is taken back."""

from django.db import transaction
from django.utils import timezone

from cms.actions import publish_asset
from cms.models import Asset
from connector.accounts.models import User
from connector.stewardship.models import Task


@transaction.atomic
def done(*, task: Task, by: User) -> bool:
    """Whether it was still open."""
    return bool(Task.objects.filter(pk=task.pk, done_on=None).update(done_on=timezone.localdate(), done_by=by))


@transaction.atomic
def take_back(*, task: Task, by: User) -> bool:
    """Put what was withdrawn live again, as people saw it last. False where somebody has seen to it already."""
    if task.what != Task.What.WITHDRAWN or not done(task=task, by=by):
        return False
    asset = Asset.objects.select_for_update().get(pk=task.asset_id)
    if not asset.live:
        publish_asset(asset=asset, by=by)
    return True
