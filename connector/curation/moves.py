"""Two ordered lists of answers compared: what came in, what went out, what moved. Pure.

Invariant: every key of either list is told once; places are counted from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How something moved."""

    IN = "comes in"
    OUT = "goes out"
    UP = "moves up"
    DOWN = "moves down"
    STAYS = "stays"


@dataclass(frozen=True, slots=True)
class Move:
    """One answer and its places; None where it is not in that list."""

    key: int
    before: int | None
    after: int | None

    @property
    def way(self) -> Way:
        if self.before is None:
            return Way.IN
        if self.after is None:
            return Way.OUT
        if self.before == self.after:
            return Way.STAYS
        return Way.UP if self.after < self.before else Way.DOWN


def moves(before: Sequence[int], after: Sequence[int]) -> tuple[Move, ...]:
    """All of the second list in its order, then what is in the first alone, in its order. No list holds a key twice."""
    was = {key: place for place, key in enumerate(before, 1)}
    then = {key: place for place, key in enumerate(after, 1)}
    return (
        *(Move(key, was.get(key), place) for key, place in then.items()),
        *(Move(key, place, None) for key, place in was.items() if key not in then),
    )
