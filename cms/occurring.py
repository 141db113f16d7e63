"""What is on, as rows: the real dates of any listings between two days.

Invariant: only what the caller hands in, who has asked `visible_to(viewer)`; real dates only, as `cms.scheduled` keeps
them, those called off among them; asks for nothing before it is looked at.
"""

from datetime import date, timedelta
from typing import Final

from django.db.models import QuerySet

from cms.models import ScheduledSession
from cms.querysets import AssetQuerySet

# What stands open all day is no hour to go to: longer than this, and it is told after what people meet for.
LONGEST_MEETING: Final = timedelta(hours=4)


def occurring(assets: AssetQuerySet, first: date, last: date) -> QuerySet[ScheduledSession]:
    """The dates of these listings from `first` to `last`, both included, the soonest first.

    Each has `asset`, `session`, `day`, `starts_at` and `ends_at` (UTC; None where nobody said), `cancelled` and `why`.
    There are rows from yesterday to thirteen months ahead; none of a listing that is not running just now.
    """
    rows = ScheduledSession.objects.filter(day__range=(first, last), asset__in=assets.order_by())
    return rows.select_related("asset", "session").order_by("day", "part", "starts_at", "pk")


def stands_open(row: ScheduledSession) -> bool:
    """Whether it is open for hours, as a library is, and nothing that people meet for."""
    return row.ends_at is not None and row.ends_at - row.starts_at > LONGEST_MEETING
