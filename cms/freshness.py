"""How fresh a listing is: who said that it is right, and when, as one quiet sentence.

Invariant: pure; nothing is claimed that nobody said. What has not been confirmed for `STALE_DAYS` is stale, and a
sentence about something stale says what to do.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from cms.schedule.names import MONTH_NAMES

STALE_DAYS: Final = 200
_MONTHS_WITHOUT_YEAR: Final = 10
NOT_MET: Final = "We have not met them yet."
NEVER_CONFIRMED: Final = "Nobody has told us lately that this is right. Ring before you go."


@dataclass(frozen=True, slots=True)
class Freshness:
    """The sentence, and whether somebody should ring before they go."""

    words: str
    stale: bool


def freshness(*, confirmed_on: date | None, confirmed_by: str, met: bool, today: date) -> Freshness:
    """What to say of a listing. `confirmed_by`: a first name ("Maureen") or a part played ("the librarian").

    One that nobody of ours has met (read from a register) says just that until somebody confirms it.
    """
    if confirmed_on is None:
        return Freshness(NEVER_CONFIRMED, stale=True) if met else Freshness(NOT_MET, stale=False)
    if is_stale(confirmed_on, today):
        return Freshness(f"Last confirmed in {_month(confirmed_on, today)}. Ring before you go.", stale=True)
    who = f"{confirmed_by[:1].upper()}{confirmed_by[1:]}" if confirmed_by else "They"
    return Freshness(f"{who} said this was right {_day(confirmed_on, today)}.", stale=False)


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
