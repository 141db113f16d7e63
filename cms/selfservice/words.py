"""What a group reads about its own listing: single facts, what changes, and how far a change has come.

Invariant: pure; the words on the group's pages and in its questions are all here or in the templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from cms.schedule.dates import dates
from cms.schedule.names import DAY_NAMES, MONTH_NAMES
from cms.schedule.rhythm import WEEKDAYS, RhythmProblem
from cms.schedule.say import say_day, say_rhythm, say_span
from cms.selfservice.reading import write_day
from cms.selfservice.steps import Question, Time, exceptions, rhythm
from cms.wording import listed

ROOM: Final[Mapping[str, str]] = {
    "room": "We have room for more",
    "few": "We have a few places left",
    "full": "We are full just now",
    "waiting": "We have a waiting list",
    "paused": "We are not running just now",
}
RHYTHMS: Final[Mapping[str, str]] = {
    "weekly": "Every week",
    "fortnightly": "Every other week",
    "monthly": "Every month",
    "daily": "Every day",
    "once": "Just once",
}
WEEKS: Final[Mapping[int, str]] = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
NAMES: Final[Mapping[Question, str]] = {
    "days": "Days",
    "weeks": "Which week",
    "date": "A date it is on",
    "hours": "Hours",
    "called-off": "Called off",
    "not-on": "Not on",
    "rhythm": "How often",
}
SAID: Final[Mapping[str, str]] = {"name": "Name", "summary": "What it is", "who_for": "Who it is for"}
"""What is answered in words of their own, by the name of the field."""
NOT_SAID: Final = "Not said yet"


def sentence(asked: Time) -> str:
    """ "Every Wednesday, 1.30 to 3.30pm", or that it is not finished."""
    try:
        return say_rhythm(rhythm(asked), exceptions(asked))
    except RhythmProblem:
        return "This time cannot be understood. Say again how often it is, and when."


def fact(asked: Time, question: Question, today: date) -> str:
    """What a time says to one question."""
    if question == "rhythm":
        return RHYTHMS.get(asked.rhythm, NOT_SAID)
    if question == "days":
        return listed([DAY_NAMES[WEEKDAYS.index(code)] for code in WEEKDAYS if code in asked.days]) or NOT_SAID
    if question == "weeks":
        return listed([words for week, words in WEEKS.items() if week in asked.weeks_of_month]) or NOT_SAID
    if question == "hours":
        return say_span(asked.start, asked.end) if asked.start else NOT_SAID
    if question == "date":
        return _date(asked, today)
    return _not_on(asked, today) if question == "not-on" else _called_off(asked, today)


def differences(before: Time | None, after: Time | None, today: date) -> list[tuple[str, str]]:
    """What changes about one time, as pairs of a name and words. None is a time that is not there."""
    if before is None or after is None:
        time = before or after
        return [("New" if before is None else "No longer", sentence(time))] if time else []
    found = []
    if (was := sentence(before)) != (now := sentence(after)):
        found += [("Until now", was), ("From now on", now)]
    elif before.rhythm == "fortnightly" and before.first != after.first:
        found.append((NAMES["date"], fact(after, "date", today)))
    questions: tuple[Question, ...] = ("called-off", "not-on")
    said = ((each, fact(before, each, today), fact(after, each, today)) for each in questions)
    return found + [(NAMES[each], now) for each, was, now in said if was != now]


@dataclass(frozen=True, slots=True)
class State:
    """How a listing stands. `since`: the day a change was sent, or sent back. `reason`: why, from who looked."""

    kind: Literal["live", "hidden", "drafted", "waiting", "returned", "locked"]
    seen: bool
    since: date | None = None
    reason: str = ""


def say_state(state: State, today: date) -> str:
    """One or two sentences for the group."""
    day = _day(state.since, today) if state.since else ""
    if state.kind == "waiting":
        until_then = " Until then people see it as it was." if state.seen else ""
        return f"Your change is waiting for a connector. You sent it {day}.{until_then}"
    if state.kind == "returned":
        why = f" They wrote: “{state.reason}”" if state.reason else ""
        return f"A connector sent your change back {day}.{why}"
    if state.kind == "locked":
        since = f" since {day.removeprefix('on ')}" if day else ""
        return f"Somebody at the council is working on this listing{since}. Send your change when they are done."
    if state.kind == "drafted":
        return "Somebody is writing a newer version."
    return "People see this." if state.kind == "live" else "People do not see this just now."


CHANGE: Final[Mapping[str, str]] = {
    "live": "Live since {sent}. A connector looks at it afterwards.",
    "waiting": "Being looked at since {sent}.{why}",
    "returned": "Sent back {answered}.{reason}",
    "fine": "Live since {sent}. A connector looked at it {answered}.",
    "approved": "Live since {answered}.",
    "put_back": "Put back as it was {answered}.{reason}",
    "ended": "A newer version took its place {answered}.",
}
"""Where a change is, by its state."""


def say_change(state: str, sent: date, answered: date | None, reason: str, why: Iterable[str], today: date) -> str:
    """One or two sentences for the group. `why`: why it waits, in sentences."""
    because = " ".join(why)
    return CHANGE[state].format(
        sent=_day(sent, today).removeprefix("on "),
        answered=_day(answered, today) if answered else "",
        reason=f" They wrote: “{reason}”" if reason else "",
        why=f" {because}" if because else "",
    )


def say_outlook(at_once: Iterable[str], waits: Iterable[str]) -> str:
    """What becomes of a change when it is sent. The names of facts, as `cms.moderation` has them."""
    now, later = listed([_small(name) for name in at_once]), listed([_small(name) for name in waits])
    if now and later:
        return f"People see this at once: {now}. This waits until a connector has looked: {later}."
    if now:
        return "People see it at once. A connector looks at it afterwards."
    return "A connector looks at it before people see it. Until then your page stays as it is."


def say_sent(at_once: Iterable[str], waits: Iterable[str]) -> str:
    """What became of it."""
    now, later = listed([_small(name) for name in at_once]), listed([_small(name) for name in waits])
    if now and later:
        return f"Sent. People see this now: {now}. A connector looks at this before people see it: {later}."
    if now:
        return "Sent. People see it now."
    return "Sent. A connector looks at it before people see it."


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _day(day: date, today: date) -> str:
    near = {0: "today", 1: "yesterday"}.get((today - day).days)
    return near or f"on {day.day} {MONTH_NAMES[day.month - 1]}"


def _date(asked: Time, today: date) -> str:
    """The next date that its rhythm falls on."""
    try:
        coming = next(dates(rhythm(asked), today), None)
    except RhythmProblem:
        coming = None
    day = coming or asked.first
    return say_day(day, today) if day else NOT_SAID


def _not_on(asked: Time, today: date) -> str:
    return listed([write_day(day, today) for day in sorted(asked.closed) if day >= today]) or "No other dates"


def _called_off(asked: Time, today: date) -> str:
    coming = sorted((day, why) for day, why in asked.cancelled.items() if day >= today)
    return "; ".join(f"{say_day(day, today)}: {why}".rstrip(": ") for day, why in coming) or "Nothing"
