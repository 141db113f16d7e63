"""One rule of a reading: on which days it holds, from when to when, and when not.

Invariant: `falls_on` and `rrule` less `exceptions` are the same days; whoever reads one has read the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal

from cms.schedule.exceptions import bank_holidays
from cms.schedule.occurrences import LONDON
from cms.schedule.rhythm import WEEKDAYS
from cms.schedule.spoken.items import Off

EXCEPTED_DAYS: Final = 366 * 2
"""How far ahead single exceptions are told."""
LOOK_AHEAD_DAYS: Final = 366 * 5


@dataclass(frozen=True, slots=True)
class Rule:
    """A regular time in local time. `end` None: nobody said; an `end` not after `start` is on the next day.

    `weeks` belong to "monthly" (5 is the fifth, -1 the last), `interval` to "weekly". `months` is the season, all year
    where empty. `first` anchors an interval and is the day of "once"; where `assumed`, nobody said it.
    """

    kind: Literal["once", "daily", "weekly", "monthly"]
    start: time
    end: time | None
    days: tuple[str, ...] = ()
    weeks: tuple[int, ...] = ()
    interval: int = 1
    months: tuple[int, ...] = ()
    first: date | None = None
    assumed: bool = False
    until: date | None = None
    off: tuple[Off, ...] = ()
    term_time: bool = False
    bank_holidays: bool | None = None
    appointment: bool = False


def rrule(rule: Rule) -> str:
    """The value of an RRULE property (RFC 5545, 3.3.10)."""
    if rule.kind == "once":
        return "FREQ=DAILY;COUNT=1"
    parts = [f"FREQ={rule.kind.upper()}"]
    if rule.interval > 1:
        parts += [f"INTERVAL={rule.interval}", "WKST=MO"]
    if rule.kind == "weekly":
        parts.append(f"BYDAY={','.join(rule.days)}")
    if rule.kind == "monthly":
        parts.append("BYDAY=" + ",".join(f"{week}{day}" for week in rule.weeks for day in rule.days))
    if rule.months:
        parts.append(f"BYMONTH={','.join(map(str, sorted(rule.months)))}")
    if rule.until:
        last = datetime.combine(rule.until, rule.start, LONDON).astimezone(UTC)
        parts.append(f"UNTIL={last:%Y%m%dT%H%M%SZ}")
    return ";".join(parts)


def planned_on(rule: Rule, day: date) -> bool:
    """Whether the rule names this day, before anything that is not on."""
    if rule.kind == "once":
        return day == rule.first
    if (rule.first and day < rule.first) or (rule.until and day > rule.until):
        return False
    if rule.months and day.month not in rule.months:
        return False
    if rule.kind == "daily":
        return True
    if WEEKDAYS[day.weekday()] not in rule.days:
        return False
    if rule.kind == "monthly":
        return _in_weeks(day, rule.weeks)
    return rule.interval == 1 or rule.first is None or _weeks_between(rule.first, day) % rule.interval == 0


def falls_on(rule: Rule, day: date) -> bool:
    """Whether it is on, on this day."""
    return planned_on(rule, day) and not _left_out(rule, day)


def next_days(rule: Rule, today: date, limit: int = 4) -> list[date]:
    """The next days from `today` on, at most `limit`."""
    found: list[date] = []
    for ahead in range(LOOK_AHEAD_DAYS):
        if len(found) >= limit:
            break
        day = today + timedelta(days=ahead)
        if falls_on(rule, day):
            found.append(day)
    return found


def exceptions(rule: Rule, today: date) -> list[str]:
    """Days ("2026-12-25") and ranges ("2027-08-01/2027-08-31") that are not on, as far as two years ahead."""
    found: set[tuple[date, date]] = set()
    for off in rule.off:
        if off.months:
            found |= set(_months_off(off.months, today))
        elif off.first and off.last:
            found.add((off.first, off.last))
    out = [
        day
        for ahead in range(EXCEPTED_DAYS)
        if planned_on(rule, day := today + timedelta(days=ahead)) and _by_pattern(rule, day)
    ]
    found |= {(day, day) for day in out}
    return [
        first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        for first, last in sorted(found)
    ]


def _months_off(months: tuple[int, ...], today: date) -> list[tuple[date, date]]:
    found = []
    for year in range(today.year, today.year + 3):
        for month in months:
            last = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
            if today <= last and (last - today).days <= EXCEPTED_DAYS + 31:
                found.append((date(year, month, 1), last))
    return found


def left_out_by_name(rule: Rule, day: date) -> bool:
    """Whether somebody said that it is not on, on this day; bank holidays aside."""
    return any(
        day.month in off.months or (off.first and off.last and off.first <= day <= off.last) for off in rule.off
    ) or (_by_weekday(rule, day))


def _left_out(rule: Rule, day: date) -> bool:
    return _by_pattern(rule, day) or left_out_by_name(rule, day)


def _by_pattern(rule: Rule, day: date) -> bool:
    """Bank holidays, and days like "the first Tuesday"."""
    return (rule.bank_holidays is False and day in bank_holidays("ENG", day.year)) or _by_weekday(rule, day)


def _by_weekday(rule: Rule, day: date) -> bool:
    code = WEEKDAYS[day.weekday()]
    return any(code == named and (not week or _in_weeks(day, (week,))) for off in rule.off for week, named in off.days)


def _in_weeks(day: date, weeks: tuple[int, ...]) -> bool:
    last = (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 in weeks or (last and -1 in weeks)


def _weeks_between(first: date, day: date) -> int:
    return ((day - timedelta(days=day.weekday())) - (first - timedelta(days=first.weekday()))).days // 7
