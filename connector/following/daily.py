"""The day's work: who is due gets their week; who never answered, or wants nothing, is forgotten.

Invariant: done twice on a day it is done once; a day that was missed is made up for on the next.
"""

from datetime import date, timedelta
from typing import Final

from django.db.models import Q
from django.utils import timezone

from connector.following.letters import WEEKLY, tell
from connector.following.models import Follower
from connector.notifications.actions.not_wanted import not_wanted
from connector.notifications.recipients import person_key

UNPROVEN_DAYS: Final = 7
WEEK: Final = timedelta(days=7)
State = Follower.State


def send_weeks(today: date) -> int:
    """Put what is due into the outbox. How many."""
    now = timezone.now()
    Follower.objects.filter(state=State.UNPROVEN, made_at__lt=now - timedelta(days=UNPROVEN_DAYS)).delete()
    due = Follower.objects.filter(Q(last_on=None) | Q(last_on__lte=today - WEEK), state=State.ON)
    sent = 0
    for row in due.order_by("pk").iterator():
        if not_wanted(person_key(row.email), WEEKLY):
            row.delete()
            continue
        sent += tell(row, WEEKLY, now, once=today.isoformat())
        Follower.objects.filter(pk=row.pk).update(last_on=today)
    return sent
