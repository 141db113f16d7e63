"""A calendar as a group sees it: the next dates, how it stands, what changed. Plain values."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from cms.cards import DateLabel
from cms.coming import label
from cms.schedule.names import full_date
from cms.schedule.occurrences import LONDON, Occurrence
from connector.feeds.comparing import Kept
from connector.feeds.models import Feed

DATES: Final = 8
CHANGES: Final = 5


def shown(feed: Feed, now: datetime) -> dict[str, Any]:
    """`followed`, `words`, `labels`, `more`, `left_out`, `trouble`, `read_on`, `changes`."""
    coming = _coming(feed, now)
    return {
        "followed": feed.state == Feed.State.FOLLOWED,
        "words": feed.words,
        "labels": [_label(row, now) for row in coming[:DATES]],
        "more": max(0, len(coming) - DATES),
        "left_out": feed.left_out,
        "trouble": feed.trouble,
        "read_on": full_date(timezone.localdate(feed.read_at)) if feed.read_at else "",
        "changes": [
            (full_date(timezone.localdate(row.seen_at)), row.told) for row in feed.changes.all()[:CHANGES] if feed.pk
        ],
    }


def _coming(feed: Feed, now: datetime) -> list[Kept]:
    rows = sorted(Kept(*row) for row in feed.dates.values())
    return [row for row in rows if datetime.fromisoformat(row.start) > now - timedelta(hours=2)]


def _label(row: Kept, now: datetime) -> DateLabel:
    start = datetime.fromisoformat(row.start).astimezone(LONDON)
    end = datetime.fromisoformat(row.end).astimezone(LONDON) if row.end else None
    status = "cancelled" if row.off else "on"
    why = "Called off" if row.off else ""
    return label(Occurrence(start, end, status, why), timezone.localdate(now))  # type: ignore[arg-type]
