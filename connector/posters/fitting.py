"""Which dates of a week stand on one sheet, and in what type. Pure.

Invariant: what is chosen fits: lines are reckoned longer than they are. Everything that is on has its turn before
anything has a second, and no day crowds out another.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from typing import Final


@dataclass(frozen=True, slots=True)
class OnSheet:
    """One date. `listing`: another number for every listing; `words`: where it is, and what it costs; `off`: called
    off, and `why`."""

    listing: int
    starts_at: datetime
    time: str
    name: str
    words: str = ""
    off: bool = False
    why: str = ""

    @property
    def day(self) -> date:
        return self.starts_at.date()


@dataclass(frozen=True, slots=True)
class Type:
    """One way to set the sheet (`posters.css`, in points). `room`: height of all columns together."""

    name: str
    room: float
    day: float
    gap: float
    name_line: float
    name_letters: int
    word_line: float
    word_letters: int

    def height(self, row: OnSheet) -> float:
        """How high a date stands at most."""
        told = (row.words, row.why, "Called off" if row.off else "")
        words = sum(ceil(len(text) / self.word_letters) for text in told)
        return self.gap + ceil(len(row.name) / self.name_letters) * self.name_line + words * self.word_line


LARGE: Final = Type("large", 500, 52, 12, 22, 38, 20, 46)
SMALL: Final = Type("small", 1000, 34, 5, 15.5, 24, 14, 30)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`days`: each with its dates, in order; `left`: how many dates are on the live page alone."""

    type: Type
    days: tuple[tuple[date, tuple[OnSheet, ...]], ...]
    left: int


def sheet(rows: Iterable[OnSheet]) -> Sheet:
    """In large type where all of it fits, else in small."""
    wanted = _in_turn(sorted(rows, key=lambda row: (row.starts_at, row.name, row.listing)))
    for each in (LARGE, SMALL):
        chosen = _chosen(wanted, each)
        if len(chosen) == len(wanted):
            break
    held: dict[date, list[OnSheet]] = defaultdict(list)
    for row in sorted(chosen, key=lambda row: (row.starts_at, row.name, row.listing)):
        held[row.day].append(row)
    return Sheet(each, tuple((day, tuple(rows)) for day, rows in held.items()), len(wanted) - len(chosen))


def _in_turn(rows: Sequence[OnSheet]) -> list[OnSheet]:
    """The first date of each listing before the second of any; among those the first of each day before the second."""
    times: Counter[int] = Counter()
    places: Counter[tuple[int, date]] = Counter()
    keyed = []
    for row in rows:
        turn = times[row.listing]
        keyed.append(((turn, places[turn, row.day], row.starts_at), row))
        times[row.listing] += 1
        places[turn, row.day] += 1
    return [row for _, row in sorted(keyed, key=lambda pair: pair[0])]


def _chosen(rows: Sequence[OnSheet], type_: Type) -> list[OnSheet]:
    """Those that fit, in turn; a shorter one may take the room that a longer one had not."""
    left, days, chosen = type_.room, set[date](), []
    for row in rows:
        high = type_.height(row) + (0 if row.day in days else type_.day)
        if high <= left:
            left -= high
            days.add(row.day)
            chosen.append(row)
    return chosen
