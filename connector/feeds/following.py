"""Reads the calendars that are due, and puts what they say into the times of their listings.

Invariant: nothing is fetched within a transaction. What cannot be read changes no date; what went wrong counts once a
day. A listing follows its calendar as long as somebody keeps it, in whose name that is.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from time import monotonic
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cms.actions import Locked
from connector.feeds.actions.apply_times import apply_times
from connector.feeds.deciding import is_told, may_ask_for_changes, next_day
from connector.feeds.looking import Seen, look
from connector.feeds.models import Feed, FeedChange
from connector.feeds.taking import take
from connector.feeds.telling import settle_task, tell_group
from connector.fetching import Fetcher, fetcher

BUDGET_SECONDS: Final = 600.0
"""What is left is read the next day, the longest waiting first."""


def follow_due(today: date, *, by: Callable[[], Fetcher] = fetcher) -> Counter[str]:
    """Read what is due. How many became what."""
    until = monotonic() + BUDGET_SECONDS
    due = Feed.objects.filter(state=Feed.State.FOLLOWED, asset__live=True, next_on__lte=today).order_by("next_on", "pk")
    done: Counter[str] = Counter()
    for key in list(due.values_list("pk", flat=True)):
        if monotonic() > until:
            break
        feed = Feed.objects.select_related("asset").filter(pk=key).first()
        if feed is not None:
            done[follow(feed, by=by())] += 1
    return done


def follow(feed: Feed, *, by: Fetcher) -> str:
    """Read one calendar now: "read", "unchanged", "trouble", or "off" where fetching is switched off."""
    now = timezone.now()
    asks = may_ask_for_changes(feed.whole_on, timezone.localdate(now)) and not feed.trouble
    etag, modified = (feed.etag, feed.modified) if asks else ("", "")
    seen = look(feed.url, feed.words_list, now=now, fetcher=by, etag=etag, modified=modified)
    if seen.off:
        return "off"
    with transaction.atomic():
        row = Feed.objects.select_for_update(of=("self",)).select_related("asset").filter(pk=feed.pk).first()
        if row is None or row.url != feed.url:  # somebody stopped or changed it meanwhile
            return "off"
        return _settled(row, seen, now)


def _settled(feed: Feed, seen: Seen, now: datetime) -> str:
    today = timezone.localdate(now)
    if seen.trouble:
        _failed(feed, seen.trouble, today)
        return "trouble"
    told = "" if seen.unchanged else take(feed, seen, now)
    feed.read_at = now
    feed.trouble, feed.failed_days, feed.failed_on, feed.told_on = "", 0, None, None
    feed.next_on = next_day(today, 0)
    settle_task(feed.asset)
    if feed.state == Feed.State.FOLLOWED:
        try:
            with transaction.atomic():
                apply_times(feed=feed, told=told)
        except Locked as problem:
            feed.trouble = str(problem)[:300]
        except ValidationError as problem:
            feed.trouble = " ".join(problem.messages)[:300]
    feed.save()
    if told:
        FeedChange.objects.create(feed=feed, seen_at=now, told=told)
    return "unchanged" if seen.unchanged else "read"


def _failed(feed: Feed, trouble: str, today: date) -> None:
    feed.trouble = trouble[:300]
    if feed.failed_on != today:
        feed.failed_days, feed.failed_on = feed.failed_days + 1, today
    feed.next_on = next_day(today, feed.failed_days)
    if feed.state == Feed.State.FOLLOWED and is_told(feed.failed_days, feed.told_on is not None):
        feed.told_on = today
        tell_group(feed, today)
    feed.save()
