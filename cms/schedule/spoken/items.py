"""What the phrases of a text say, one by one, before anybody knows which of them belong together.

Invariant: an item is one statement; what could be two is a `doubt` with the question in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from cms.schedule.spoken.asking import quoted
from cms.schedule.spoken.clock import Said

Selected = tuple[tuple[int, str], ...]
"""(week of the month, day): week 0 is every week."""


@dataclass(frozen=True, slots=True)
class Off:
    """When something is not on: months, days from `first` to `last`, days of the week (of these weeks), or holidays."""

    months: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None
    days: Selected = ()
    holidays: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One statement. `text` is how it was written, in small letters. `wide`: "daily", "weekdays": names no day.
    `name`: it may be part of one, as in "the Friday Club"."""

    kind: Literal[
        "days", "dates", "span", "allday", "weeks", "season", "bounds", "off", "lunch", "part",
        "term", "holidays", "fortnight", "counted", "monthly", "bank", "appointment", "closed", "override",
        "break", "comma", "colon", "doubt", "words",
    ]  # fmt: skip
    text: str = ""
    days: Selected = ()
    dates: tuple[date, ...] = ()
    start: Said | None = None
    end: Said | None = None
    numbers: tuple[int, ...] = ()
    off: Off | None = None
    first: date | None = None
    until: date | None = None
    ask: str = ""
    wide: bool = False
    name: bool = False


def doubt(question: str, text: str) -> Item:
    """What has to be asked about these words, with them in the question."""
    return Item("doubt", text, ask=quoted(question, text))
