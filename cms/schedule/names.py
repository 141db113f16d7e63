"""English names of days and months, in full.

Invariant: the same on every machine; nothing here depends on the locale of the server.
"""

from __future__ import annotations

from datetime import date
from typing import Final

DAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def full_date(day: date) -> str:
    """A day in full: "Friday 9 January 2026"."""
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
