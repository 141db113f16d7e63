"""One regular time of a group while its answers come in, and which question comes next.

Invariant: pure. A `Time` may be unfinished; when `next_question` has nothing more to ask, it makes a valid `Rhythm`.
What was not asked is never changed, but for an end that lies behind us: a time that somebody changes runs on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import Any, Final, Literal

from cms.schedule.exceptions import Exceptions
from cms.schedule.rhythm import WEEKDAYS, Rhythm, RhythmProblem

Question = Literal["rhythm", "days", "weeks", "hours", "date", "not-on", "called-off"]

BY_DAYS: Final = ("weekly", "fortnightly", "monthly")
DATED: Final = ("once", "fortnightly")
"""What a date decides: the day it is on, or which of two weeks. It is asked for, never taken from what was before."""
WHEN: Final = frozenset({"rhythm", "days", "weeks_of_month", "first", "start", "end"})
"""The answers that say when it runs."""


@dataclass(frozen=True, slots=True)
class Time:
    """A session in the terms it is asked in; names as in `cms.models.Session`. Nothing said is "" or None or empty."""

    rhythm: str = ""
    days: tuple[str, ...] = ()
    weeks_of_month: tuple[int, ...] = ()
    first: date | None = None
    until: date | None = None
    start: time | None = None
    end: time | None = None
    closed: frozenset[date] = frozenset()
    extra: frozenset[date] = frozenset()
    cancelled: Mapping[date, str] = field(default_factory=dict, hash=False)
    on_bank_holidays: bool = False
    term_time: bool = False


def changed(before: Time, answers: Mapping[str, Any], today: date) -> Time:
    """The time with these answers (names and values as in `Time`), and without what the rhythm has no use for."""
    after = replace(before, **answers)
    if after.rhythm in DATED and after.rhythm != before.rhythm and "first" not in answers:
        after = replace(after, first=None)
    if after.rhythm not in BY_DAYS:
        after = replace(after, days=())
    if after.rhythm != "monthly":
        after = replace(after, weeks_of_month=())
    if after.rhythm == "once" or (WHEN & answers.keys() and after.until is not None and after.until < today):
        after = replace(after, until=None)
    if after.first is None and after.rhythm in {"weekly", "monthly", "daily"}:
        after = replace(after, first=today)
    return after


def next_question(asked: Time, today: date) -> Question | None:
    """What has to be asked before anything can be read back; None when all is known."""
    if not asked.rhythm:
        return "rhythm"
    if asked.rhythm in BY_DAYS and not asked.days:
        return "days"
    if asked.rhythm == "monthly" and not asked.weeks_of_month:
        return "weeks"
    if _date_is_missing(asked, today):
        return "date"
    return "hours" if asked.start is None else None


def questions(asked: Time) -> tuple[Question, ...]:
    """What can be changed about a time, in the order it is shown."""
    by_days: tuple[Question, ...] = ("days",) if asked.rhythm in BY_DAYS else ()
    weeks: tuple[Question, ...] = ("weeks",) if asked.rhythm == "monthly" else ()
    dated: tuple[Question, ...] = ("date",) if asked.rhythm in DATED else ()
    return (*by_days, *weeks, *dated, "hours", "called-off", "not-on", "rhythm")


def fortnights(days: tuple[str, ...], today: date) -> tuple[date, ...]:
    """The two ways to count every other week: the first of these days in this week or the next, and a week on."""
    coming = [today + timedelta(days=ahead) for ahead in range(14)]
    meant = [day for day in coming if WEEKDAYS[day.weekday()] in days]
    if not meant:
        return ()
    monday = meant[0] - timedelta(days=meant[0].weekday())
    other = [day for day in meant if day - monday >= timedelta(days=7)]
    return tuple(dict.fromkeys((meant[0], other[0] if other else meant[0] + timedelta(days=7))))


def rhythm(asked: Time) -> Rhythm:
    """Its rhythm. Raises RhythmProblem, also while something is missing."""
    if asked.first is None:
        raise RhythmProblem("first", "Say which date it is on.")
    if asked.start is None:
        raise RhythmProblem("start", "Say when it starts.")
    return Rhythm(
        kind=asked.rhythm,  # type: ignore[arg-type]  # checked by Rhythm
        days=asked.days,
        weeks_of_month=asked.weeks_of_month,
        first=asked.first,
        until=asked.until,
        start=asked.start,
        end=asked.end,
    )


def exceptions(asked: Time) -> Exceptions:
    """The days on which it does not hold."""
    return Exceptions(
        closed=asked.closed,
        extra=asked.extra - asked.closed,
        cancelled=dict(asked.cancelled),
        bank_holidays="on" if asked.on_bank_holidays else "off",
        term_time=asked.term_time,
    )


def _date_is_missing(asked: Time, today: date) -> bool:
    if asked.rhythm == "once":
        return asked.first is None or asked.first < today
    if asked.rhythm == "fortnightly":
        return asked.first is None or WEEKDAYS[asked.first.weekday()] not in asked.days
    return False
