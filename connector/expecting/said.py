"""What somebody who is coming lets a group know, as sentences: as the group reads them, and for the telephone.

Invariant: nothing is said that was not chosen or written; pure.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cms.schedule.names import DAY_NAMES, MONTH_NAMES
from cms.schedule.say import say_span


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing to let a group know: as it stands beside the box, as the group reads it, as it is said by telephone."""

    code: str
    ticked: str
    read: str
    spoken: str


WISHES: Final = (
    Wish("first", "It is my first time", "It is their first time.", "It is my first time."),
    Wish(
        "door",
        "I would like somebody to meet me at the door",
        "They would like somebody to meet them at the door.",
        "Could somebody meet me at the door?",
    ),
    Wish("company", "I am bringing somebody", "They are bringing somebody.", "I am bringing somebody."),
    Wish(
        "steps",
        "I need a way in without steps",
        "They need a way in without steps.",
        "Is there a way in without steps?",
    ),
    Wish(
        "quiet",
        "I would like somewhere quieter to sit",
        "They would like somewhere quieter to sit.",
        "Is there somewhere quieter to sit?",
    ),
    Wish("watch", "I would rather watch at first", "They would rather watch at first.", "May I watch at first?"),
)


def day_in_words(local: datetime) -> str:
    """ "Wednesday 2 December, 1.30pm"."""
    return f"{DAY_NAMES[local.weekday()]} {local.day} {MONTH_NAMES[local.month - 1]}, {say_span(local.time())}"


def as_read(*, called: str, starts: datetime | None, wants: list[str], words: str, answer_to: str) -> tuple[str, ...]:
    """What the group reads, sentence by sentence. `starts` in local time; None: they do not know yet which day."""
    who = called or "Somebody"
    first = (
        f"{who} would like to come on {day_in_words(starts)}."
        if starts
        else f"{who} would like to come, and does not know yet on which day."
    )
    own = (f"In their own words: “{words}”",) if words else ()
    answer = f"You can answer them: {answer_to}" if answer_to else "They left no address: there is nothing to answer."
    return (first, *(wish.read for wish in WISHES if wish.code in wants), *own, answer)


def as_spoken(*, called: str, starts: datetime | None, wants: list[str], words: str) -> tuple[str, ...]:
    """The same for somebody who rings."""
    hello = f"Hello, my name is {called}." if called else "Hello."
    first = f"I would like to come on {day_in_words(starts)}." if starts else "I would like to come one day."
    own = (words,) if words else ()
    return (hello, first, *(wish.spoken for wish in WISHES if wish.code in wants), *own)
