"""On which days listings met, by what is kept of their times.

Invariant: real dates that were on and have begun; a session that was called off, or a listing that is not running just
now, has none.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from cms.models import Asset, Session
from cms.sessions import next_occurrences

MOST: Final = 60
LENGTH: Final = timedelta(hours=2)
"""How long a session is taken to last where nobody said when it ends."""


class Met(NamedTuple):
    """A session on one day: when it began and was over."""

    on: date
    begins: datetime
    over: datetime


def sessions_of(ids: Iterable[int]) -> list[Asset]:
    """These listings, where they are out and running, with what their dates are worked out from."""
    rows = Asset.objects.filter(pk__in=ids, live=True).exclude(room=Asset.Room.PAUSED)
    return list(
        rows.prefetch_related(
            Prefetch("sessions", Session.objects.select_related("authority")), "sessions__authority__terms"
        )
    )


def met(asset: Asset, *, since: date, until: date) -> tuple[Met, ...]:
    """Its sessions on these days, the last of them included, earliest first. By the clock of the site's zone."""
    start = timezone.make_aware(datetime.combine(since, time()))
    found = next_occurrences(
        asset.sessions.all(), start, MOST, nation=settings.CONNECTOR_NATION, horizon_days=(until - since).days
    )
    days = ((timezone.localdate(each.start), each) for each in found)
    return tuple(Met(on, each.start, each.end or each.start + LENGTH) for on, each in days if since <= on <= until)


def met_lately(asset: Asset, now: datetime, days: int) -> date | None:
    """The last day on which a session of it has begun, so many days back at most."""
    today = timezone.localdate(now)
    return max(
        (each.on for each in met(asset, since=today - timedelta(days=days), until=today) if each.begins <= now),
        default=None,
    )
