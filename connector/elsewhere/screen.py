"""What hangs on the wall of a foyer: one picture of today's sessions, the next, and tomorrow's when the day is done.

Invariant: pure but for the rows it is given; a picture says by which clock it was made, and which one comes after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cms.schedule.names import full_date
from connector.elsewhere.on_days import OnDay, OnRow

A_PICTURE: Final = 5
AHEAD: Final = 7
"""Days after today that are looked at where nothing is on today."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`day`: "Today", "Tomorrow" or "Wednesday 2 December". `number` of `of`; `after`: the number of the next one."""

    day: str
    rows: tuple[OnRow, ...]
    number: int
    of: int

    @property
    def after(self) -> int:
        return self.number % self.of + 1


def picture(days: Sequence[OnDay], today: date, number: int) -> Picture | None:
    """The picture of this number, or the first where there are not so many; None where nothing is on for a week."""
    first = next((day for day in days if day.rows), None)
    if first is None:
        return None
    shown = _meetings(first.rows)
    of = -(-len(shown) // A_PICTURE)
    number = number if 1 <= number <= of else 1
    rows = shown[(number - 1) * A_PICTURE : number * A_PICTURE]
    return Picture(_named(first.day, today), rows, number, of)


def _meetings(rows: tuple[OnRow, ...]) -> tuple[OnRow, ...]:
    """What people meet for; what stands open for hours, a library or a fridge, only where there is nothing else."""
    return tuple(row for row in rows if not row.stands_open) or rows


def _named(day: date, today: date) -> str:
    if day == today:
        return "Today"
    return "Tomorrow" if day == today + timedelta(days=1) else full_date(day).rsplit(" ", 1)[0]
