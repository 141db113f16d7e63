"""When a session runs, as a person would say it: a day, a time and a rhythm.

Invariant: a `Rhythm` that exists is valid and in one canonical form, so two that mean the same compare equal
(days in week order, weeks of the month in calendar order, nothing kept that the kind does not use).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal, get_args

from cms.schedule.names import full_date

Kind = Literal["once", "daily", "weekly", "fortnightly", "monthly"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKS_OF_MONTH: Final = (1, 2, 3, 4, -1)
EARLIEST_YEAR: Final = 1970
LATEST_YEAR: Final = 2199
LONGEST_PAST_MIDNIGHT: Final = timedelta(hours=12)


class RhythmProblem(ValueError):
    """One thing to put right in what was said of when a session runs.

    `field` is the name of the field on the class that was being made; `message` says what to do, for people to read.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A session's rhythm in local time.

    `days` are RFC 5545 weekday codes. `weeks_of_month` counts that weekday within the month (2 = the second Friday,
    -1 = the last) and belongs to "monthly" alone. `first` is the earliest day it may run and, for "fortnightly",
    a day on which it does; `until` is the last day it may run. `start` and `end` are whole minutes without a zone;
    an `end` before `start` is past midnight, at most twelve hours on. Raises `RhythmProblem`.
    """

    kind: Kind
    days: tuple[str, ...]
    weeks_of_month: tuple[int, ...]
    first: date
    until: date | None
    start: time
    end: time | None

    def __post_init__(self) -> None:
        _check_kind(self.kind)
        _check_dates(self.first, self.until)
        _check_times(self.start, self.end)
        days = _days_in_order(self.kind, self.days, self.first)
        weeks = _weeks_in_order(self.kind, self.weeks_of_month)
        if self.kind == "once" and self.until not in (None, self.first):
            raise RhythmProblem("until", "A session that runs once has no last date. Clear it, or choose a rhythm.")
        # A time of day is the same on every day: which of two o'clocks it was on one of them says nothing.
        object.__setattr__(self, "start", self.start.replace(fold=0))
        object.__setattr__(self, "end", self.end.replace(fold=0) if self.end else None)
        object.__setattr__(self, "days", days)
        object.__setattr__(self, "weeks_of_month", weeks)
        if self.kind == "once":
            object.__setattr__(self, "until", None)

    @property
    def length(self) -> timedelta | None:
        """How long it lasts by the clock on the wall; None when no end is known."""
        return None if self.end is None else _wall_length(self.start, self.end)


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise RhythmProblem("kind", "Choose how often it runs: once, every day, week, other week or month.")


def _check_dates(first: date, until: date | None) -> None:
    for field, day in (("first", first), ("until", until)):
        if day is None:
            continue
        if isinstance(day, datetime):
            raise RhythmProblem(field, "Give the date alone. The time goes in its own field.")
        if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise RhythmProblem(field, f"Check the year: {day.year} is too far off.")
    if until is not None and until < first:
        raise RhythmProblem("until", f"Choose a last date on or after {full_date(first)}, the first one.")


def _check_times(start: time, end: time | None) -> None:
    for field, moment in (("start", start), ("end", end)):
        if moment is not None and (moment.second or moment.microsecond or moment.tzinfo):
            raise RhythmProblem(field, "Give the time in hours and minutes, as in 13:30.")
    if end is None:
        return
    if end == start:
        raise RhythmProblem("end", "It ends when it starts. Choose a later end, or leave the end empty.")
    if end < start and _wall_length(start, end) > LONGEST_PAST_MIDNIGHT:
        raise RhythmProblem(
            "end", f"Choose an end after {start:%H:%M}, or leave it empty. Check morning and afternoon."
        )


def _wall_length(start: time, end: time) -> timedelta:
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return timedelta(minutes=minutes if minutes > 0 else minutes + 24 * 60)


def _days_in_order(kind: Kind, days: tuple[str, ...], first: date) -> tuple[str, ...]:
    unknown = sorted({str(day) for day in days} - set(WEEKDAYS))
    if unknown:
        raise RhythmProblem("days", f"Choose days from {', '.join(WEEKDAYS)}: {unknown[0]!r} is not one of them.")
    ordered = tuple(day for day in WEEKDAYS if day in days)
    if kind == "once":
        return _no_days_for_once(ordered, first)
    if kind == "daily":
        if ordered not in ((), WEEKDAYS):
            raise RhythmProblem("days", "Every day means all seven days. To choose some of them, choose every week.")
        return ()
    if not ordered:
        raise RhythmProblem("days", "Choose at least one day of the week.")
    if kind == "fortnightly" and WEEKDAYS[first.weekday()] not in ordered:
        raise RhythmProblem(
            "first", f"{full_date(first)} is not one of the days chosen. Choose a date on which it will run."
        )
    return ordered


def _no_days_for_once(ordered: tuple[str, ...], first: date) -> tuple[str, ...]:
    if ordered not in ((), (WEEKDAYS[first.weekday()],)):
        raise RhythmProblem("first", f"{full_date(first)} is not the day chosen. Change the date, or clear the day.")
    return ()


def _weeks_in_order(kind: Kind, weeks: tuple[int, ...]) -> tuple[int, ...]:
    if any(week not in WEEKS_OF_MONTH for week in weeks):
        raise RhythmProblem("weeks_of_month", "Choose from the first, second, third, fourth and last week.")
    if kind != "monthly" and weeks:
        raise RhythmProblem(
            "weeks_of_month", "Weeks of the month go with every month. Choose that, or clear the weeks."
        )
    if kind == "monthly" and not weeks:
        raise RhythmProblem("weeks_of_month", "Choose at least one week of the month, such as the second or the last.")
    return tuple(week for week in WEEKS_OF_MONTH if week in weeks)
