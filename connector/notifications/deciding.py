"""What becomes of a message: whether it may go now, when it is tried again, what an answer of the carrier means.

Invariant: pure. A message is tried again only where it surely did not go.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

PAUSES: Final[Sequence[timedelta]] = (
    timedelta(minutes=1),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=24),
)
"""How long after each try that failed the next one is."""


class Answer(StrEnum):
    """What a carrier says. `LATER`: it surely did not go, and may another time. `NEVER`: it will not. `BOUNCED`: nobody
    has that address. `UNKNOWN`: it may have gone."""

    SENT = "sent"
    LATER = "later"
    NEVER = "never"
    BOUNCED = "bounced"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer, and why in a sentence without an address."""

    answer: Answer
    words: str = ""


@dataclass(frozen=True, slots=True)
class Next:
    """`state`: one of a message's. `after`: how long until it is tried again, where it waits. `doubtful`: it may have
    gone."""

    state: str
    after: timedelta | None = None
    doubtful: bool = False


def after(answer: Answer, attempts: int) -> Next:
    """What a message becomes by an answer. `attempts`: how often it was tried, this time included."""
    if answer is Answer.LATER:
        return Next("waiting", PAUSES[attempts - 1]) if attempts <= len(PAUSES) else Next("failed")
    states = {Answer.SENT: "sent", Answer.BOUNCED: "bounced", Answer.NEVER: "failed"}
    return Next("failed", doubtful=True) if answer is Answer.UNKNOWN else Next(states[answer])


def quiet_hours(text: str) -> tuple[time, time] | None:
    """ "20:00-08:00" as two times of day; nothing for an empty text. Raises ValueError for anything else."""
    if not text.strip():
        return None
    start, _, end = text.partition("-")
    return time.fromisoformat(start.strip()), time.fromisoformat(end.strip())


def is_quiet(at: datetime, hours: tuple[time, time] | None) -> bool:
    """Whether people are left in peace. `at`: as the clock on their wall says; the end is not quiet any more."""
    if hours is None or hours[0] == hours[1]:
        return False
    start, end = hours
    now = at.time().replace(tzinfo=None)
    return start <= now < end if start < end else now >= start or now < end
