"""A question in words, for staff. Pure."""

from datetime import date

from cms.schedule.names import MONTH_NAMES


def needed(times: int, first: date, last: date, *, asked: bool = False) -> str:
    """ "Needed on 3 visits, from 2 to 30 November 2026"; the first day in full where it is of another month.
    `asked`: by people who would come: "Asked 3 times, …"."""
    visits = _asked(times) if asked else f"Needed on {_visits(times)}"
    if first == last:
        return f"{visits}, on {_day(last)}"
    same = (first.year, first.month) == (last.year, last.month)
    return f"{visits}, from {first.day if same else _day(first)} to {_day(last)}"


def _visits(times: int) -> str:
    return "1 visit" if times == 1 else f"{times:,} visits"


def _asked(times: int) -> str:
    return "Asked once" if times == 1 else f"Asked {times:,} times"


def _day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
