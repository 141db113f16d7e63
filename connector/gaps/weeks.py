"""Weeks as they are written down: "2026-W48" (ISO 8601). Pure. Invariant: later weeks are later in the alphabet too."""

from datetime import date, timedelta


def week_of(day: date) -> str:
    """The week that a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def weeks_before(day: date, weeks: int) -> str:
    """The week that was so many weeks before."""
    return week_of(day - timedelta(weeks=weeks))
