"""A worker would like an offer for somebody they visit: a connector asks whoever offers it.

Invariant: a task holds the offer, the worker and the day; nothing of whom it is for.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.models import Asset
from connector.accounts.models import User
from connector.offers.models import BrokerTask


@transaction.atomic
def ask_broker(*, asset: Asset, by: Any) -> bool:
    """Whether it is new: the same worker has one open task of an offer at most."""
    today = timezone.localdate()
    return BrokerTask.objects.get_or_create(asset=asset, worker=by, done_on=None, defaults={"since": today})[1]


@transaction.atomic
def broker_done(*, task: BrokerTask, came: str, by: User) -> bool:
    """A connector has asked them. Whether it was still open. Raises ValueError for an answer that there is not."""
    if came not in BrokerTask.Came.values:
        raise ValueError("Say whether they said yes.")
    rows = BrokerTask.objects.filter(pk=task.pk, done_on=None)
    return bool(rows.update(done_on=timezone.localdate(), done_by=by, came=came))
