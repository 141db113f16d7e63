"""A session as a calendar file says it: one rule, days left out, days added, and single days that stand apart.

Invariant: pure. What is on is `cms.schedule.occurrences` and nothing else: the rule's own days are compared with it,
and every difference is written down. Where days must be left out that follow from no rule (bank holidays, school
holidays), the rule ends where they are known no further, so that no calendar shows a day that nobody promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import Final

from cms.schedule.dates import dates
from cms.schedule.exceptions import Exceptions, Nation, Terms
from cms.schedule.occurrences import LONDON, Occurrence, occurrences
from cms.schedule.rhythm import Rhythm
from cms.schedule.rrule import to_rrule

AHEAD: Final = timedelta(days=400)
"""At least so far ahead single days are looked at: on to the end of that year, so that a file stays the same."""
BEHIND: Final = timedelta(days=60)
_ALL: Final = 10_000


@dataclass(frozen=True, slots=True)
class Series:
    """`start`, `end`: of the first date. `rule`: RFC 5545, empty for none. `left_out`, `added`: starts by the clock.

    `apart`: dates that differ from what the rule says of them, each with the start that the rule gives it: called off,
    or in a night that has an hour more or less.
    """

    start: datetime
    end: datetime | None
    rule: str = ""
    left_out: tuple[datetime, ...] = ()
    added: tuple[datetime, ...] = ()
    apart: tuple[tuple[datetime, Occurrence], ...] = ()


def series(
    rhythm: Rhythm, exceptions: Exceptions, *, today: date, terms: Terms | None = None, nation: Nation = "ENG"
) -> tuple[Series, ...]:
    """What a file says of a session; nothing where no date is known. A second one holds extra days that come before
    the first of the rule, which no rule may begin with."""
    opens, closes = window(today)
    found = _found(rhythm, exceptions, opens, closes, terms, nation)
    regular = list(takewhile(lambda day: day <= closes, dates(rhythm, opens)))
    on_rule = [day for day in regular if day in found]
    extra = sorted(set(found) - set(regular))
    if not on_rule:
        return (_listed(rhythm, extra, found),) if extra else ()
    first, last = on_rule[0], on_rule[-1]
    ends = replace(rhythm, until=last) if _must_end(rhythm, exceptions, closes) else rhythm
    main = Series(
        start=_at(first, rhythm),
        end=_end(first, rhythm),
        rule="" if rhythm.kind == "once" else to_rrule(ends),
        left_out=tuple(_at(day, rhythm) for day in regular if first < day < last and day not in found)
        + (() if ends is not rhythm else tuple(_at(day, rhythm) for day in regular if day > last)),
        added=tuple(_at(day, rhythm) for day in extra if day > first),
        apart=_apart(rhythm, [day for day in sorted(found) if day >= first], found),
    )
    early = [day for day in extra if day < first]
    return (main, _listed(rhythm, early, found)) if early else (main,)


def window(today: date) -> tuple[date, date]:
    """The days that are looked at, the first and the last: whole years."""
    return date((today - BEHIND).year, 1, 1), date((today + AHEAD).year, 12, 31)


def _found(
    rhythm: Rhythm, exceptions: Exceptions, opens: date, closes: date, terms: Terms | None, nation: Nation
) -> dict[date, Occurrence]:
    """Each day on which it is, or was called off."""
    each = occurrences(
        rhythm,
        exceptions,
        since=datetime.combine(opens, time.min, LONDON),
        terms=terms,
        nation=nation,
        limit=_ALL,
        horizon_days=(closes - opens).days,
        include_cancelled=True,
    )
    return {held.start.date(): held for held in each if held.start.date() >= opens}


def _must_end(rhythm: Rhythm, exceptions: Exceptions, closes: date) -> bool:
    """Whether days are to be left out beyond the window."""
    if rhythm.kind == "once" or (rhythm.until is not None and rhythm.until <= closes):
        return False
    later = any(day > closes for day in (*exceptions.closed, *exceptions.cancelled))
    return later or exceptions.bank_holidays == "off" or exceptions.term_time


def _listed(rhythm: Rhythm, days: Sequence[date], found: dict[date, Occurrence]) -> Series:
    """Days without a rule."""
    return Series(
        start=_at(days[0], rhythm),
        end=_end(days[0], rhythm),
        added=tuple(_at(day, rhythm) for day in days[1:]),
        apart=_apart(rhythm, days, found),
    )


def _apart(
    rhythm: Rhythm, days: Sequence[date], found: dict[date, Occurrence]
) -> tuple[tuple[datetime, Occurrence], ...]:
    held = [(_at(day, rhythm), found[day]) for day in days]
    return tuple((start, each) for start, each in held if each.status == "cancelled" or _is_odd(start, each, rhythm))


def _is_odd(start: datetime, held: Occurrence, rhythm: Rhythm) -> bool:
    """Whether the clocks change while it is on. A start that the clocks leap over is every program's own affair."""
    if held.end is None or held.start.time() != start.time():
        return False
    # An end that they leap over, or that comes twice in that night, is read an hour early or late by some.
    moved = held.end.time() != rhythm.end or held.end.utcoffset() != held.end.replace(fold=1).utcoffset()
    return moved or held.end.astimezone(UTC) - held.start.astimezone(UTC) != rhythm.length


def _at(day: date, rhythm: Rhythm) -> datetime:
    return datetime.combine(day, rhythm.start, LONDON)


def _end(day: date, rhythm: Rhythm) -> datetime | None:
    """By the clock on the wall."""
    return None if rhythm.length is None else _at(day, rhythm) + rhythm.length
