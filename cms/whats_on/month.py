"""A month as a picture: how much is on each day, made of words and a line whose length says it.

Invariant: pure. Days that are over or that nothing is known of lead nowhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cms.schedule.names import MONTH_NAMES, full_date

LEVELS: Final = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One day. `url`: empty where it leads nowhere. `level`: 0 for nothing on, then 1 to 4 against the fullest day of
    the month. `words`: "34 things on"; `name`: the day in full."""

    number: int
    name: str
    url: str = ""
    words: str = ""
    level: int = 0
    today: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """`weeks`: seven cells each, None outside of the month. `earlier`, `later`: addresses, empty at either end."""

    title: str
    weeks: tuple[tuple[Cell | None, ...], ...]
    earlier: str = ""
    later: str = ""


def span(month: date) -> tuple[date, date]:
    """The first and the last day of the month that a day is in."""
    opening = month.replace(day=1)
    return opening, (opening + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def picture(
    month: date,
    counts: Mapping[date, int],
    *,
    today: date,
    last: date,
    chosen: tuple[date, date],
    address: Callable[[date], str],
) -> Month:
    """The month that a day is in. `last`: the last day that is known of; `chosen`: first and last of what is shown."""
    opening, closing = span(month)
    fullest = max((n for day, n in counts.items() if opening <= day <= closing and day >= today), default=0)

    def cell(day: date) -> Cell | None:
        if not opening <= day <= closing:
            return None
        known = today <= day <= last
        count = counts.get(day, 0) if known else 0
        return Cell(
            number=day.day,
            name=full_date(day),
            url=address(day) if known else "",
            words=how_many(count) if known else "",
            level=-(-count * LEVELS // fullest) if count else 0,
            today=day == today,
            chosen=chosen[0] <= day <= chosen[1],
        )

    monday = opening - timedelta(days=opening.weekday())
    weeks = range((closing - monday).days // 7 + 1)
    return Month(
        title=f"{MONTH_NAMES[opening.month - 1]} {opening.year}",
        weeks=tuple(tuple(cell(monday + timedelta(days=7 * week + n)) for n in range(7)) for week in weeks),
        earlier=address(max(today, span(opening - timedelta(days=1))[0])) if opening > today else "",
        later=address(closing + timedelta(days=1)) if closing < last else "",
    )


def how_many(count: int) -> str:
    return "nothing on" if not count else "1 thing on" if count == 1 else f"{count:,} things on"
