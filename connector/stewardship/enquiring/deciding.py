"""When somebody is asked what visits needed to know of their listings, and when that is over.

Invariant: pure. Nobody is asked twice within `PAUSE`, however much is needed; what is new meanwhile waits for the next
time, or is on the page already when they open it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from connector.stewardship.deciding import TRIES

PAUSE: Final = timedelta(weeks=4)


class Step(StrEnum):
    """What to do about a person today."""

    NOTHING = "nothing"
    ASK = "ask"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Open:
    """Somebody is being asked. `left`: questions without an answer; `rung`: a connector rings or goes there, and
    `tries`: how often nobody answered."""

    since: date
    left: int
    rung: bool = False
    tries: int = 0


def step_for(*, today: date, last_asked: date | None, new: int, now_open: Open | None) -> Step:
    """What to do about one person. `last_asked`: when an enquiry of theirs began last; `new`: how many questions about
    their listings nobody has asked yet."""
    if now_open is not None:
        return Step.CLOSE if _is_over(now_open, today) else Step.NOTHING
    rests = last_asked is not None and today - last_asked < PAUSE
    return Step.ASK if new and not rests else Step.NOTHING


def _is_over(now_open: Open, today: date) -> bool:
    """A line on the ring-round sheet waits however long, until it was tried often enough; a message, for the pause."""
    if not now_open.left:
        return True
    return now_open.tries >= TRIES if now_open.rung else today - now_open.since >= PAUSE
