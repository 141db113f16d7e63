"""What a reading found, written into the row of its calendar, in memory.

Invariant: saves nothing; without anything read, it is as if the calendar were empty.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from connector.feeds.comparing import changes, kept
from connector.feeds.dates import HORIZON, Read
from connector.feeds.fitting import fit
from connector.feeds.looking import Seen
from connector.feeds.models import Feed


def take(feed: Feed, seen: Seen, now: datetime) -> str:
    """Write down what a reading found, in memory. What changed, in a sentence."""
    read, today = seen.read or Read(), timezone.localdate(now)
    until = (feed.read_at or now) + HORIZON
    told = changes(feed.dates, read.dates, now, until) if feed.read_at else ""
    feed.dates, feed.left_out = kept(read.dates), list(read.left_out)
    feed.times = [each.plain() for each in fit(read, today - timedelta(days=1), today + HORIZON)]
    feed.etag, feed.modified, feed.read_at, feed.whole_on = seen.etag, seen.modified, now, today
    return told
