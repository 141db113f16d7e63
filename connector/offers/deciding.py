"""What may become of an offer, when its person is asked, when it ends and when we forget whose it was.

Invariant: pure. Whatever a state does not allow changes nothing, so that a second press and two at once do no harm; a
day that was missed is made up for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

UNPROVEN_FOR: Final = timedelta(days=7)
"""So long we wait for somebody to say that an address is theirs."""


class Due(StrEnum):
    """What a day asks for."""

    NOTHING = "nothing"
    ASK = "ask"
    END = "end"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Times:
    """`runs`: from the last yes to the end; `asked`: so long before the end its person is asked; `kept`: so long after
    it we know whose it was."""

    runs: timedelta = timedelta(days=182)
    asked: timedelta = timedelta(days=21)
    kept: timedelta = timedelta(days=30)


USUAL: Final = Times()

WAITING: Final = frozenset({"to_ring", "waiting", "asked"})
"""It is a connector's turn, or its person's to answer one."""
CLOSED: Final = frozenset({"returned", "withdrawn", "ended"})
MAY: Final[Mapping[str, frozenset[str]]] = {
    "prove": frozenset({"unproven"}),
    "agree": WAITING,
    "return": WAITING,
    "ask": frozenset({"waiting", "asked"}),
    "answer": frozenset({"asked"}),
    "keep": frozenset({"out"}),
    "withdraw": WAITING | {"unproven", "out"},
    "end": WAITING | {"out"},
}
"""What may be done in which states."""


def may(act: str, state: str) -> bool:
    """Whether that may be done to an offer in this state."""
    return state in MAY[act]


def may_agree(state: str, *, rung: bool) -> bool:
    """A number that nobody has proved is rung first."""
    return may("agree", state) and (rung or state != "to_ring")


def due(
    *, state: str, today: date, sent_on: date, ends_on: date | None, closed_on: date | None, times: Times = USUAL
) -> Due:
    """What to do about an offer today. What no connector has looked at ends as if it had been out."""
    if state == "unproven":
        return Due.FORGET if today > sent_on + UNPROVEN_FOR else Due.NOTHING
    if state in CLOSED:
        return Due.FORGET if today > (closed_on or sent_on) + times.kept else Due.NOTHING
    end = ends_on or sent_on + times.runs
    if today >= end:
        return Due.END
    return Due.ASK if state == "out" and today >= end - times.asked else Due.NOTHING
