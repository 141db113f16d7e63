"""How fresh a listing is: who said that it is right, and when, as one quiet sentence.

Invariant: pure; nothing is claimed that nobody said. What has not been confirmed for `STALE_DAYS` is stale, and a
sentence about something stale says what to do.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cms.schedule.names import MONTH_NAMES

STALE_DAYS: Final = 200
LATELY_DAYS: Final = 90
_MONTHS_WITHOUT_YEAR: Final = 10
NOT_MET: Final = "We have not met them yet."
UNASKED: Final = "A colleague told us of it. Nobody has asked the group yet: ring before you go."
NEVER_CONFIRMED: Final = "Nobody has told us lately that this is right. Ring before you go."


class Age(StrEnum):
    """How long ago somebody confirmed a listing, in steps that whoever answers for all of them can act on.

    `LATELY`: within `LATELY_DAYS`; `OLDER`: before that, and not stale; `STALE`: not for `STALE_DAYS`; `NEVER`: by
    nobody, though we know them; `NOT_MET`: by nobody, and nobody of ours has met them.
    """

    LATELY = "lately"
    OLDER = "older"
    STALE = "stale"
    NEVER = "never"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True)
class Freshness:
    """The sentence, and whether somebody should ring before they go."""

    words: str
    stale: bool


def freshness(
    *, confirmed_on: date | None, confirmed_by: str, met: bool, today: date, unasked: bool = False
) -> Freshness:
    """What to say of a listing. `confirmed_by`: a first name ("Maureen") or a part played ("the librarian").

    One that nobody of ours has met (read from a register) says just that until somebody confirms it; one that a worker
    told of says so until the group has been asked (`unasked`).
    """
    if unasked:
        return Freshness(UNASKED, stale=True)
    if confirmed_on is None:
        return Freshness(NEVER_CONFIRMED, stale=True) if met else Freshness(NOT_MET, stale=False)
    if is_stale(confirmed_on, today):
        return Freshness(f"Not confirmed since {_month(confirmed_on, today)}. Ring before you go.", stale=True)
    who = f"{confirmed_by[:1].upper()}{confirmed_by[1:]}" if confirmed_by else "They"
    return Freshness(f"{who} said this was right {_day(confirmed_on, today)}.", stale=False)


def age_of(*, confirmed_on: date | None, met: bool, today: date) -> Age:
    """Which step a listing is on."""
    if confirmed_on is None:
        return Age.NEVER if met else Age.NOT_MET
    if is_stale(confirmed_on, today):
        return Age.STALE
    return Age.LATELY if confirmed_on >= lately_since(today) else Age.OLDER


def lately_since(today: date) -> date:
    """The first day on which a confirmation counts as of late."""
    return today - timedelta(days=LATELY_DAYS)


def stale_before(today: date) -> date:
    """What was confirmed before this day is stale. Twin of `is_stale`."""
    return today - timedelta(days=STALE_DAYS)


def is_stale(confirmed_on: date, today: date) -> bool:
    """Whether it is too long since somebody confirmed it."""
    return (today - confirmed_on).days > STALE_DAYS


def _day(day: date, today: date) -> str:
    nearby = {0: "today", 1: "yesterday"}.get((today - day).days)
    return nearby or f"on {day.day} {_month(day, today)}"


def _month(day: date, today: date) -> str:
    """ "March", or "March 2025" where the month alone could be taken for a nearer one."""
    name = MONTH_NAMES[day.month - 1]
    apart = abs((today.year - day.year) * 12 + today.month - day.month)
    return f"{name} {day.year}" if apart > _MONTHS_WITHOUT_YEAR else name
