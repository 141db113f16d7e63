"""The next real dates of many listings together, day by day: what is on at a place, or by an organisation.

Invariant: reads what `presentable` prefetched and asks for nothing else; a date that was called off says so and why.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from heapq import nsmallest
from itertools import groupby

from django.utils import timezone

from cms.coming import coming_dates, label
from cms.models import Asset, Session
from cms.schedule.occurrences import Occurrence
from cms.schedule.say import say_span

SHOWN = 8


@dataclass(frozen=True, slots=True)
class OnDate:
    """One date of one listing: when it begins ("1.30pm"), its name and address; `off`: called off, and `why`."""

    time: str
    name: str
    url: str
    off: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day ("Wed 25 Nov", "Tomorrow") and what is on, earliest first."""

    day: str
    relative: str
    dates: tuple[OnDate, ...]


def agenda(
    assets: Iterable[Asset],
    now: datetime,
    *,
    limit: int = SHOWN,
    sessions_of: Callable[[Asset], Iterable[Session]] | None = None,
) -> tuple[Day, ...]:
    """The next `limit` dates of these listings. `sessions_of`: which sessions of each count; all if not said."""
    found: list[tuple[datetime, str, Asset, Occurrence]] = []
    for asset in assets:
        sessions = sessions_of(asset) if sessions_of else None
        for each in coming_dates(asset, now, limit, sessions=sessions):
            found.append((each.start, asset.name, asset, each))
    soonest = nsmallest(limit, found, key=lambda row: row[:2])
    days = groupby(soonest, key=lambda row: timezone.localtime(row[0]).date())
    today = timezone.localdate(now)
    return tuple(_day([(asset, each) for _, _, asset, each in rows], today) for _, rows in days)


def _day(rows: list[tuple[Asset, Occurrence]], today: date) -> Day:
    said = label(rows[0][1], today)
    return Day(said.day, said.relative, tuple(_date(asset, each) for asset, each in rows))


def _date(asset: Asset, each: Occurrence) -> OnDate:
    begins = say_span(timezone.localtime(each.start).time())
    return OnDate(begins, asset.name, asset.get_absolute_url(), each.status == "cancelled", each.why)
