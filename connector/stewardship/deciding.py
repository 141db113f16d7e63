"""Whom to ask on which day, when to remind, and what becomes of "we have stopped".

Invariant: pure. Somebody is asked at most twice a year, on a day of their own; a day that was missed is made up for
within `LATE`, and never by several messages at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

HALF_A_YEAR: Final = 6
LATE: Final = timedelta(days=14)
"""So long after somebody's day they are still asked; later they wait for the next, so that a new installation, or one
that stood still, does not write to everybody at once."""

TRIES: Final = 3
"""So often nobody answers, or is at home, before a listing goes to those to see to."""
AGAIN_AFTER: Final = timedelta(days=2)
"""So long a line rests on the ring-round sheet after nobody answered."""


class Step(StrEnum):
    """What to do about a person today."""

    NOTHING = "nothing"
    ASK = "ask"
    REMIND = "remind"
    HAND_OVER = "hand over"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Open:
    """Somebody is being asked. `messages`: how many went; `last`: when the last did; `left`: listings not answered.
    `rung`: a connector rings or goes there, in place of messages; `tries`: how often nobody answered."""

    messages: int
    last: date
    left: int
    rung: bool = False
    tries: int = 0


def month_of(person: str, chosen: int | None) -> int:
    """The month in which somebody is asked, 1 to 12: as they chose, else spread evenly. `person`: hexadecimal."""
    return chosen or int(person[:12], 16) % 12 + 1


def last_day(person: str, month: int, today: date) -> date:
    """The last day, today at the latest, on which this person was to be asked: in their month, or half a year on."""
    day = int(person[12:24], 16) % 28 + 1
    months = {(month - 1) % 12 + 1, (month - 1 + HALF_A_YEAR) % 12 + 1}
    days = (date(year, each, day) for year in (today.year - 1, today.year) for each in months)
    return max(each for each in days if each <= today)


def step_for(
    *, today: date, day: date, last_asked: date | None, wanting: int, now_open: Open | None, weeks: Sequence[int]
) -> Step:
    """What to do about one person.

    `day`: their last day (`last_day`); `last_asked`: when they were last asked anew; `wanting`: how many of their
    listings want it (`cms.freshness`); `weeks`: to each reminder, one after another, and from the last to a connector.
    """
    if now_open is not None:
        return _goes_on(now_open, today, weeks)
    asked = last_asked is not None and last_asked >= day
    return Step.NOTHING if asked or not wanting or today - day > LATE else Step.ASK


def _goes_on(now_open: Open, today: date, weeks: Sequence[int]) -> Step:
    if not now_open.left:
        return Step.CLOSE
    if now_open.rung:
        return Step.HAND_OVER if now_open.tries >= TRIES else Step.NOTHING
    if today < now_open.last + timedelta(weeks=weeks[min(now_open.messages, len(weeks)) - 1]):
        return Step.NOTHING
    return Step.REMIND if now_open.messages < len(weeks) else Step.HAND_OVER


def may_withdraw(*, may: bool, other_keepers: int, locked: bool) -> bool:
    """Whether "we have stopped" takes a listing down at once. Else a connector looks first: where it was said by a
    contact that is no editor, where others keep it too, and while the council works on it. `may`: who said it is an
    editor, or said it to a connector."""
    return may and not other_keepers and not locked
