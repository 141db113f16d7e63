"""Days, times and rhythms in the words of a card: "Wed 25 Nov", "1.30 to 3.30pm", "Every other Tuesday".

Invariant: the same words on every machine and every day; "today" is always given by the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Final

from cms.schedule.exceptions import Exceptions
from cms.schedule.names import DAY_NAMES, MONTH_NAMES, full_date
from cms.schedule.rhythm import WEEKDAYS, Rhythm

MONTHS_WITHOUT_YEAR: Final = 10
SHORTEST_RUN: Final = 4
_WEEKS: Final = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_NOON: Final = time(12, 0)
_MIDNIGHT: Final = time(0, 0)


def say_day(day: date, today: date) -> str:
    """ "Wed 25 Nov"; with the year when it is more than ten months before or after `today`."""
    words = f"{DAY_NAMES[day.weekday()][:3]} {day.day} {MONTH_NAMES[day.month - 1][:3]}"
    early, late = sorted((day, today))
    months = (late.year - early.year) * 12 + late.month - early.month
    far = (months, late.day) > (MONTHS_WITHOUT_YEAR, early.day)
    return f"{words} {day.year}" if far else words


def say_relative(day: date, today: date) -> str:
    """ "Today", "Tomorrow", or nothing."""
    return {0: "Today", 1: "Tomorrow"}.get(day.toordinal() - today.toordinal(), "")


def say_days(days: Sequence[date], today: date) -> str:
    """Several days in one line, in order: "Wed 25 and Fri 27 Nov", "Fri 27 Nov and 11 Dec", "Today and Thu 26 Nov".

    A weekday that repeats is said once, and so is a month that repeats. Empty for no days.
    """
    words: list[str] = []
    for place, day in enumerate(days):
        parts = say_day(day, today).split(" ")
        later = days[place + 1 : place + 2]
        if later and (later[0].year, later[0].month) == (day.year, day.month):
            parts = parts[:2]
        if words and day.weekday() == days[place - 1].weekday() and words[-1] != "Today":
            parts = parts[1:]
        words.append("Today" if day == today else " ".join(parts))
    return _listed(words) if words else ""


def say_time(moment: time) -> str:
    """ "1.30", "7", "noon", "midnight": a time whose half of the day is said elsewhere. Alone, use `say_span`."""
    if moment in (_NOON, _MIDNIGHT):
        return "noon" if moment == _NOON else "midnight"
    hour = moment.hour % 12 or 12
    return f"{hour}.{moment.minute:02d}" if moment.minute else str(hour)


def say_span(start: time, end: time | None = None) -> str:
    """ "1.30 to 3.30pm", "11am to 1pm", "10.30 to noon"; "7pm" without an end. am or pm is said once if it can be."""
    if end is None:
        return _with_half(start)
    said_by_end = end != _MIDNIGHT and _half(start) == ("am" if end == _NOON else _half(end))
    return f"{say_time(start) if said_by_end else _with_half(start)} to {_with_half(end)}"


def say_rhythm(rhythm: Rhythm, exceptions: Exceptions) -> str:
    """One line: "Every Monday, Wednesday and Friday, 1.30 to 3.30pm, not on bank holidays"."""
    words = [_when(rhythm), say_span(rhythm.start, rhythm.end)]
    if rhythm.kind != "once":
        if rhythm.until is not None:
            words.append(f"until {full_date(rhythm.until)}")
        if exceptions.term_time:
            words.append("in term time only")
        if exceptions.bank_holidays == "off":
            words.append("not on bank holidays")
    return ", ".join(words)


def _half(moment: time) -> str:
    return "am" if moment.hour < 12 else "pm"


def _with_half(moment: time) -> str:
    return say_time(moment) if moment in (_NOON, _MIDNIGHT) else say_time(moment) + _half(moment)


def _when(rhythm: Rhythm) -> str:
    if rhythm.kind == "once":
        return full_date(rhythm.first)
    if rhythm.kind == "daily" or (rhythm.kind == "weekly" and rhythm.days == WEEKDAYS):
        return "Every day"
    days = [DAY_NAMES[WEEKDAYS.index(code)] for code in rhythm.days]
    if rhythm.kind == "monthly":
        weeks = _listed([_WEEKS[week] for week in rhythm.weeks_of_month])
        return f"{weeks.capitalize()} {_listed(days)} of the month"
    if rhythm.kind == "fortnightly":
        return f"Every other {days[0]}" if len(days) == 1 else f"Every other week on {_listed(days)}"
    return _run(rhythm.days) or f"Every {_listed(days)}"


def _run(codes: Sequence[str]) -> str:
    """ "Monday to Friday" for four days or more in a row; otherwise nothing."""
    places = [WEEKDAYS.index(code) for code in codes]
    if len(places) < SHORTEST_RUN or places[-1] - places[0] != len(places) - 1:
        return ""
    return f"{DAY_NAMES[places[0]]} to {DAY_NAMES[places[-1]]}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
