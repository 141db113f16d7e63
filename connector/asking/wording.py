"""A question in words, for staff. Pure."""

from datetime import date

from cms.schedule.names import MONTH_NAMES


def needed(times: int, first: date, last: date) -> str:
    """ "Needed on 3 visits, from 2 to 30 November 2026"; the first day in full where it is of another month."""
    visits = "1 visit" if times == 1 else f"{times:,} visits"
    if first == last:
        return f"Needed on {visits}, on {_day(last)}"
    same = (first.year, first.month) == (last.year, last.month)
    return f"Needed on {visits}, from {first.day if same else _day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
