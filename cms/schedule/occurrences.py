"""The next real dates of a session: its rhythm, less its exceptions, in local time.

Invariant: 1.30 stays 1.30 when the clocks change, and nothing here reads a clock: the caller says what time it is.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import takewhile
from typing import Final, Literal
from zoneinfo import ZoneInfo

from cms.schedule.dates import dates
from cms.schedule.exceptions import Exceptions, Nation, Terms, bank_holidays
from cms.schedule.rhythm import Rhythm

LONDON: Final = ZoneInfo("Europe/London")
TERMS_NOT_KNOWN: Final = "Term dates not known. Check before you go."


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One session on one day. `end` is None when nobody said. `why` is the reason of a cancellation, or a caution."""

    start: datetime
    end: datetime | None
    status: Literal["on", "cancelled"]
    why: str


def occurrences(
    rhythm: Rhythm,
    exceptions: Exceptions,
    *,
    since: datetime,
    tz: tzinfo = LONDON,
    terms: Terms | None = None,
    nation: Nation = "ENG",
    limit: int = 4,
    horizon_days: int = 400,
    include_cancelled: bool = False,
) -> tuple[Occurrence, ...]:
    """The next `limit` sessions that are on and not over at `since`, within `horizon_days` after it.

    One that is running counts until it ends; without a known end, until it starts. With `include_cancelled` the
    cancelled ones before the last of these come as well and do not count towards `limit`. For a session in term time
    without `terms`, days are given with the caution `TERMS_NOT_KNOWN`; a day outside the terms given is not on.
    Raises ValueError when `since` has no zone.
    """
    if since.tzinfo is None:
        raise ValueError("Give `since` with a time zone, such as django.utils.timezone.now().")
    found: list[Occurrence] = []
    cancelled: list[Occurrence] = []
    left = limit
    planned = _planned(rhythm, exceptions, _window(since.astimezone(tz).date(), horizon_days), terms, nation)
    caution = TERMS_NOT_KNOWN if exceptions.term_time and terms is None else ""
    for start, end in _not_over(rhythm, planned, since.astimezone(UTC), tz):
        if left <= 0:
            return tuple(found)
        why = exceptions.cancelled.get(start.date())
        if why is None:
            found += [*cancelled, Occurrence(start, end, "on", caution)]
            cancelled, left = [], left - 1
        elif include_cancelled:
            cancelled.append(Occurrence(start, end, "cancelled", why))
    return tuple(found + cancelled) if left > 0 else tuple(found)


def planned_between(
    rhythm: Rhythm,
    exceptions: Exceptions,
    first: date,
    last: date,
    *,
    tz: tzinfo = LONDON,
    terms: Terms | None = None,
    nation: Nation = "ENG",
) -> tuple[Occurrence, ...]:
    """Every session that was meant to begin from `first` to `last`, both included, in order: those called off too.

    Nothing here depends on what time it is. Cautions as in `occurrences`.
    """
    caution = TERMS_NOT_KNOWN if exceptions.term_time and terms is None else ""
    found = []
    for day in _planned(rhythm, exceptions, (first, last), terms, nation):
        why = exceptions.cancelled.get(day)
        start, end = _times(rhythm, day, tz)
        found.append(Occurrence(start, end, "on" if why is None else "cancelled", caution if why is None else why))
    return tuple(found)


def _window(today: date, horizon_days: int) -> tuple[date, date]:
    """First and last day to look at. Yesterday's session may still run, past midnight."""
    day = today.toordinal()
    return date.fromordinal(max(day - 1, 1)), date.fromordinal(min(day + horizon_days, date.max.toordinal()))


def _planned(
    rhythm: Rhythm, exceptions: Exceptions, window: tuple[date, date], terms: Terms | None, nation: Nation
) -> Iterator[date]:
    """Days on which it was meant to run, in order and once each; a cancelled day is still one of them."""
    opens, closes = window
    regular = (
        day
        for day in takewhile(lambda day: day <= closes, dates(rhythm, opens))
        if not _left_out(day, exceptions, terms, nation)
    )
    extra = sorted(day for day in exceptions.extra if opens <= day <= closes)
    last = None
    for day in heapq.merge(regular, extra):
        if day != last:
            yield day
        last = day


def _left_out(day: date, exceptions: Exceptions, terms: Terms | None, nation: Nation) -> bool:
    if day in exceptions.closed:
        return True
    if exceptions.bank_holidays == "off" and day in bank_holidays(nation, day.year):
        return True
    return exceptions.term_time and terms is not None and day not in terms


def _not_over(
    rhythm: Rhythm, days: Iterator[date], moment: datetime, tz: tzinfo
) -> Iterator[tuple[datetime, datetime | None]]:
    for day in days:
        start, end = _times(rhythm, day, tz)
        # Compared in UTC: two times in one zone compare by the wall clock, which goes back an hour in October.
        if start.astimezone(UTC) >= moment or (end is not None and end.astimezone(UTC) > moment):
            yield start, end


def _times(rhythm: Rhythm, day: date, tz: tzinfo) -> tuple[datetime, datetime | None]:
    """Start and end by the local clock. A time that the spring change skips is the one an hour on (RFC 5545, 3.3.5)."""
    start = _real(datetime.combine(day, rhythm.start, tz))
    if rhythm.end is None or rhythm.length is None:
        return start, None
    last_day = day if rhythm.end > rhythm.start else day + timedelta(days=1)
    end = _real(datetime.combine(last_day, rhythm.end, tz))
    if end.astimezone(UTC) <= start.astimezone(UTC):
        end = (start.astimezone(UTC) + rhythm.length).astimezone(tz)
    return start, end


def _real(moment: datetime) -> datetime:
    return moment.astimezone(UTC).astimezone(moment.tzinfo)
