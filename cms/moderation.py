"""Which changes of a group people see at once, and which wait until somebody has looked: one table.

Invariant: whatever no row names waits; a listing that people do not see yet waits whole; a change stays with what
waits already of the same fact, so that nothing slips past an answer that is still to come. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final


class Way(StrEnum):
    """What becomes of a change when it is sent."""

    AT_ONCE = "live at once, looked at after"
    OWNER = "live at once where its owner confirms it, otherwise waits"
    WAITS = "waits until a connector has looked"


@dataclass(frozen=True, slots=True)
class Rule:
    """`fact`: its code; `name`: how people call it; `why`: in a sentence, for the group and for connectors."""

    fact: str
    name: str
    way: Way
    why: str


OTHER: Final = "other"
FIRST: Final = "first"
TABLE: Final[Sequence[Rule]] = (
    Rule(
        "times",
        "Times",
        Way.AT_ONCE,
        "Somebody may set out by the old time today. A wrong one is put back with one press.",
    ),
    Rule("room", "Room for new people", Way.AT_ONCE, "It changes from week to week, and only the group knows."),
    Rule("help", "Help that they would like", Way.AT_ONCE, "It changes from month to month, and only the group knows."),
    Rule(
        "number",
        "Number to ring",
        Way.OWNER,
        "A number is somebody's own. Nobody's is shown before they say so themselves; taking one off never waits.",
    ),
    Rule("name", "Name", Way.WAITS, "People and other pages know it by its name."),
    Rule("purpose", "What it is", Way.WAITS, "It decides who is sent there, and for what."),
    Rule("place", "Place", Way.WAITS, "Somebody who goes to the wrong door may not try again."),
    Rule("who", "Who it is for", Way.WAITS, "It decides who comes, and how safe they are there."),
    Rule("people", "Whom to ask", Way.WAITS, "Nobody is named before it is clear that they agree."),
    Rule(FIRST, "First time in the directory", Way.WAITS, "A connector looks at every listing once before people do."),
    Rule(OTHER, "Anything else", Way.WAITS, "What is not named here is looked at first."),
)
RULES: Final = {rule.fact: rule for rule in TABLE}

FLOOD: Final = 6
FLOOD_WINDOW: Final = timedelta(minutes=10)
"""So many changes that went live at once, by one person within this time, make the next ones wait."""

WHY_FLOOD: Final = "Many changes came from one person within a few minutes."
WHY_UNKNOWN: Final = "It came by a link, from somebody who has no account."
WHY_LINK: Final = "There is a web address or an e-mail address in its words."
WHY_ALIKE: Final = "There is a letter in its words that looks like another."
WHY_WITH: Final = "A change of the same kind is being looked at already, and this goes with it."

_LINK: Final = re.compile(
    r"https?:|www\.|\S@\S|\b[a-z0-9-]{2,}\.(?:com|org|net|info|biz|io|me|uk|eu|ru|cn|xyz|top|shop|site|online|link|ly)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """`seen`: people see the listing now. `known`: who sends it has an account. `owner`: who sends it says that the
    number is their own, or takes it off. `waiting`: the facts of which a change waits or was sent back. `linked`: the
    facts whose new words hold an address. `alike`: those whose new words hold a letter that looks like another.
    """

    seen: bool = True
    known: bool = True
    owner: bool = False
    flooded: bool = False
    waiting: frozenset[str] = frozenset()
    linked: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Facts that go live at once, and those that wait with why, both in the order of the table."""

    at_once: tuple[str, ...] = ()
    waits: tuple[tuple[str, str], ...] = ()


def judge(facts: Iterable[str], around: Circumstances) -> Verdict:
    """What becomes of a change of these facts. A fact that no row names counts as `OTHER`."""
    meant = {fact if fact in RULES else OTHER for fact in facts}
    reasons = {rule.fact: _why_waits(rule, around) for rule in TABLE if rule.fact in meant}
    at_once = tuple(fact for fact, why in reasons.items() if not why)
    return Verdict(at_once, tuple((fact, why) for fact, why in reasons.items() if why))


def is_flood(sent: Iterable[datetime], now: datetime) -> bool:
    """Whether one person has put so much live lately that the next waits. `sent`: when each of theirs was."""
    return sum(timedelta(0) <= now - moment < FLOOD_WINDOW for moment in sent) >= FLOOD


def holds_link(text: str) -> bool:
    """Whether words hold a web or an e-mail address."""
    return _LINK.search(text) is not None


def _why_waits(rule: Rule, around: Circumstances) -> str:
    """In a sentence; nothing where it goes live."""
    if not around.seen:
        return RULES[FIRST].why
    if rule.way is Way.WAITS or (rule.way is Way.OWNER and not around.owner):
        return rule.why
    if not around.known:
        return WHY_UNKNOWN
    if rule.fact in around.waiting:
        return WHY_WITH
    if rule.fact in around.linked:
        return WHY_LINK
    if rule.fact in around.alike:
        return WHY_ALIKE
    return WHY_FLOOD if around.flooded else ""
