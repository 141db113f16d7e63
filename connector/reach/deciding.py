"""What counts as *shown*, *kept*, *taken home on paper* and *sent*, and from whom: the definition that groups are told.

Invariant: pure. Whatever comes of a listing beyond the first screen (kept, printed, sent, hello) was shown too; one
visit adds at most one to each count of a listing.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

FIRST_SCREEN: Final = 3
"""So many answers a worker sees before anything else is pressed."""
WEEKS: Final = 4
"""A month, on the pages of groups and in the limit of new people: this week and the three before it."""


class Act(StrEnum):
    """What a worker did with a listing."""

    ANSWERED = "it stood in the answer to a match, once the worker asked for it"
    KEPT = "it was kept"
    PRINTED = "it stood on the page to take home"
    SENT = "the worker opened a text with it for somebody"
    HELLO = "the worker wants it to be said hello to"


class Count(StrEnum):
    """What is counted of a listing. `INTERESTED`: somebody may really come."""

    SHOWN = "shown"
    KEPT = "kept"
    PRINTED = "printed"
    SENT = "sent"
    HELLO = "hello"
    INTERESTED = "interested"


_BEYOND: Final[Mapping[Act, Count]] = {
    Act.KEPT: Count.KEPT,
    Act.PRINTED: Count.PRINTED,
    Act.SENT: Count.SENT,
    Act.HELLO: Count.HELLO,
}


def counts_of(act: Act, place: int = 0) -> frozenset[Count]:
    """What an act adds one to. `place`: in the answer, from 0; of no consequence for other acts."""
    if act is Act.ANSWERED:
        return frozenset({Count.SHOWN} if place < FIRST_SCREEN else ())
    return frozenset({Count.SHOWN, _BEYOND[act], Count.INTERESTED})


def is_counted(*, works: bool, fetched_ahead: bool) -> bool:
    """Whether this request counts at all. `works`: a worker, signed in, in a browser; nobody else, and so no robot and
    no program. `fetched_ahead`: the browser asks for the page before anybody wanted it."""
    return works and not fetched_ahead


def is_at_limit(interested: int, new_a_month: int | None) -> bool:
    """Whether a group has as many new people this month as it can welcome. `interested`: visits of the last `WEEKS`
    weeks after which somebody may come; `new_a_month`: as the group said, None where it does not matter."""
    return new_a_month is not None and interested >= new_a_month


def makes_task(state: str, *, waits: bool) -> bool:
    """Whether a worker's wish makes a task for a connector: of a group that was not asked, and to which nobody is on
    the way already. `state`: of `cms.models.Introductions`."""
    return state == "not_asked" and not waits


def may_say_hello(state: str) -> bool:
    """Whether a worker is offered it at all: of a group that was asked there is nothing to find out."""
    return state == "not_asked"
