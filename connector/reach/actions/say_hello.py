"""A worker would introduce somebody: a connector goes and says hello first, where the group was not asked yet."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from cms.actions import set_introductions
from cms.models import Asset, Introductions
from connector.accounts.models import User
from connector.reach.deciding import makes_task
from connector.reach.models import SayHello

State = Introductions.State


@transaction.atomic
def say_hello(*, asset: Asset, on: date) -> bool:
    """Whether it made a task. A second worker makes no second one. Which worker it was is nobody's business."""
    state = Introductions.objects.filter(asset=asset).values_list("state", flat=True).first() or State.NOT_ASKED
    waits = SayHello.objects.filter(asset=asset, done_on=None).exists()
    if not makes_task(state, waits=waits):
        return False
    return SayHello.objects.get_or_create(asset=asset, done_on=None, defaults={"made_on": on})[1]


@transaction.atomic
def said_hello(*, task: SayHello, state: str, who: str, by: User) -> bool:
    """A connector was there, or rang. Whether it was still open. Raises ValueError for an answer without a name."""
    done = SayHello.objects.filter(pk=task.pk, done_on=None).update(done_on=timezone.localdate(), done_by=by)
    if done:
        set_introductions(asset=task.asset, state=state, who=who, by=by, on=timezone.localdate())
    return bool(done)
