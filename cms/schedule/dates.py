"""The days a rhythm falls on, before any exception is looked at.

Invariant: the work depends on how far one looks ahead, never on how long ago the session began: a week or a month
is reached by arithmetic from the anchor, and the fortnight's phase is counted from the Monday of the first week
(RFC 5545 with WKST=MO).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile
from typing import Final

from cms.schedule.rhythm import WEEKDAYS, Rhythm

_STEP: Final = {"weekly": 7, "fortnightly": 14}
_DAY: Final = timedelta(days=1)


def dates(rhythm: Rhythm, since: date) -> Iterator[date]:
    """Every day from `since` on (inclusive), in order; without end if the rhythm has none."""
    begin = max(rhythm.first, since)
    if rhythm.kind == "once":
        return iter([rhythm.first] if since <= rhythm.first else [])
    if rhythm.kind == "daily":
        found = _daily(begin)
    elif rhythm.kind == "monthly":
        found = _monthly(rhythm, begin)
    else:
        found = _by_weeks(rhythm, begin)
    last = rhythm.until
    return found if last is None else takewhile(lambda day: day <= last, found)


def _daily(begin: date) -> Iterator[date]:
    day = begin
    while True:
        yield day
        if day == date.max:
            return
        day += _DAY


def _by_weeks(rhythm: Rhythm, begin: date) -> Iterator[date]:
    step = _STEP[rhythm.kind]
    anchor = rhythm.first.toordinal() - rhythm.first.weekday()
    week = anchor + (begin.toordinal() - anchor) // step * step
    offsets = [WEEKDAYS.index(code) for code in rhythm.days]
    earliest, latest = begin.toordinal(), date.max.toordinal()
    while True:
        for offset in offsets:
            day = week + offset
            if day > latest:
                return
            if day >= earliest:
                yield date.fromordinal(day)
        week += step


def _monthly(rhythm: Rhythm, begin: date) -> Iterator[date]:
    year, month = begin.year, begin.month
    while year <= date.max.year:
        for day in _days_of_month(rhythm, year, month):
            if day >= begin:
                yield day
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _days_of_month(rhythm: Rhythm, year: int, month: int) -> list[date]:
    opening = date(year, month, 1)
    length = 31 if month == 12 else (date(year, month + 1, 1) - opening).days
    found = set()
    for code in rhythm.days:
        earliest = 1 + (WEEKDAYS.index(code) - opening.weekday()) % 7
        for week in rhythm.weeks_of_month:
            found.add(earliest + 7 * (week - 1) if week > 0 else earliest + (length - earliest) // 7 * 7)
    return [date(year, month, day) for day in sorted(found)]
