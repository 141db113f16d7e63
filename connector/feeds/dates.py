"""What a calendar holds for us: single dates, and the rules that some of them come from. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

HORIZON = timedelta(days=200)
"""So far ahead single dates are read."""
LONGEST = timedelta(hours=12)


class Unreadable(Exception):
    """Nothing can be taken from it. The words say why, and what to do."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class EventDate:
    """One date of one event, by the clock here. `key` stays the same when the date is moved or called off."""

    key: str
    uid: str
    title: str
    start: datetime
    end: datetime | None
    off: bool = False

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def times(self) -> tuple[time, time | None]:
        """When it starts and ends; no end for one that goes on into the next noon."""
        start = self.start.time()
        if self.end is None or self.end - self.start >= LONGEST or self.end.time() == start:
            return start, None
        return start, self.end.time()


@dataclass(frozen=True, slots=True)
class Rule:
    """An event that repeats. `rrule`: as RFC 5545 writes it; `start`: the first, by the clock here."""

    rrule: str
    start: datetime
    end: time | None


@dataclass(frozen=True, slots=True)
class Read:
    """`left_out`: sentences on what was not taken, and why."""

    dates: tuple[EventDate, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
