"""Whom to ask about which session, when a listing last ran, what becomes of its room, and when nobody answers.

Invariant: pure. Of two who say different things of one day the later counts; silence is counted in sessions that
somebody was really asked about, so that it goes by the rhythm of the listing itself.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

WEEK: Final = timedelta(days=7)
SILENT_SESSIONS: Final = 3
SILENT_FOR: Final = timedelta(weeks=3)
"""From the first session that nobody answered for, at the least: a group that meets daily is not silent in a week."""
TIME_TO_ANSWER: Final = WEEK
FULL: Final = "full"
_AS_FULL: Final = frozenset({FULL, "waiting"})
_AS_ROOM: Final = frozenset({"room", "few"})


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of a day: it ran, or it did not."""

    on: date
    ran: bool
    at: datetime


def last_ran(said: Iterable[Said]) -> date | None:
    """The last day on which it ran, by whoever spoke last of that day."""
    newest: dict[date, Said] = {}
    for each in said:
        if each.on not in newest or each.at >= newest[each.on].at:
            newest[each.on] = each
    return max((on for on, each in newest.items() if each.ran), default=None)


def may_ask(*, last_asked: date | None, today: date, each_time: bool) -> bool:
    """Whether somebody may be asked today: once a week, or at each session where they chose that; never twice a day."""
    if last_asked is None:
        return True
    return today - last_asked >= (timedelta(days=1) if each_time else WEEK)


def to_ask(
    days: Mapping[int, Collection[date]],
    *,
    today: date,
    last_asked: date | None,
    answered: Collection[tuple[int, date]],
) -> dict[int, date]:
    """Listing -> its newest session since the last message, a week back at most, which nobody answered for. Nothing at
    all where none met today: the message comes after a session."""
    since = max(today - WEEK, last_asked or date.min)
    if not any(today in each for each in days.values()):
        return {}
    newest = {asset: max((day for day in each if since < day <= today), default=None) for asset, each in days.items()}
    return {asset: day for asset, day in newest.items() if day is not None and (asset, day) not in answered}


def room_after(now: str, said: str) -> str:
    """What the listing says of its room, once its leader said "full" or "room". A waiting list stays one while they are
    full, "a few places left" stays while there is room, and what is not running just now stays so."""
    if now == "paused":
        return now
    if said == FULL:
        return now if now in _AS_FULL else FULL
    return now if now in _AS_ROOM else "room"


def is_silent(*, asked: Iterable[date], answered: date | None, today: date) -> bool:
    """Whether nobody has answered for so many sessions that a connector should ring. `asked`: days of sessions that
    somebody was asked about; `answered`: the last day of a session that anybody answered for, in whatever way."""
    left = sorted({day for day in asked if answered is None or day > answered})
    if len(left) < SILENT_SESSIONS:
        return False
    return today >= max(left[SILENT_SESSIONS - 1] + TIME_TO_ANSWER, left[0] + SILENT_FOR)


def say_when(day: date, today: date, names: tuple[str, ...]) -> str:
    """ "today", "yesterday", "last Tuesday". `names`: of the days of the week."""
    near = {0: "today", 1: "yesterday"}.get((today - day).days)
    return near or f"last {names[day.weekday()]}"
