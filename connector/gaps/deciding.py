"""Whether there is a good match near for each liking, and what stands in the way where there is none. Pure.

Invariant: decided from the answers themselves (for what they came up, how long the way is, what speaks against them),
never from how many there are: ten answers that nobody would go to are a gap too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from cms.geo.effort import Travel, Way
from search.questions import Hit

Obstacle = Literal["nothing", "far", "time", "room", "access"]
NEAR_MINUTES: Final[Mapping[Travel, int]] = {"foot": 30, "bus": 45, "car": 30}
"""How long a way is still near where nobody said how far: our own."""
GOOD_EDGES: Final = frozenset({"same", "narrower"})
"""How what a listing has may be tied to what was wished for, to count as that."""
GOOD_SIGNS: Final = frozenset({"tag", "text"})
"""What may show it: somebody said so, or its own words."""
# Part of a score -> what it says stands in the way. In this order they are told.
AGAINST: Final[Mapping[str, Obstacle]] = {
    "access no": "access",
    "other times": "time",
    "full": "room",
    "paused": "room",
}


@dataclass(frozen=True, slots=True)
class Unmet:
    """A liking that nothing near meets: its concept, and what stands in the way of the best there is."""

    interest: str
    obstacle: Obstacle


def unmet(wanted: Sequence[str], hits: Iterable[Hit], way: Way, minutes: int | None) -> list[Unmet]:
    """The concepts of `wanted` for which no hit is a good match near. `minutes`: how far they would go at most."""
    found = list(hits)
    gaps = []
    for code in dict.fromkeys(wanted):
        obstacles = [_obstacles(hit, way, minutes) for hit in found if _meets(hit, code)]
        if not obstacles:
            gaps.append(Unmet(code, "nothing"))
        elif all(obstacles):
            gaps.append(Unmet(code, min(obstacles, key=len)[0]))
    return gaps


def _meets(hit: Hit, code: str) -> bool:
    """Whether it came up for this liking, and has just that or a kind of it."""
    return any(_shows(reason.facts, code) for reason in hit.reasons if reason.kind == "interest")


def _shows(facts: Mapping[str, Any], code: str) -> bool:
    return facts["interest"] == code and facts["edge"] in GOOD_EDGES and facts["shown_by"] in GOOD_SIGNS


def _obstacles(hit: Hit, way: Way, minutes: int | None) -> list[Obstacle]:
    limit = minutes or NEAR_MINUTES[way.travel]
    far: list[Obstacle] = ["far"] if hit.distance_m is not None and way.exactly(hit.distance_m) > limit else []
    return [*far, *dict.fromkeys(told for part, told in AGAINST.items() if part in hit.parts)]
