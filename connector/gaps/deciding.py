"""Whether there is a good match near for each liking, and what stands in the way where there is none. Pure.

Invariant: decided from the answers themselves (what they are about, for what they came up, how long the way is, what
speaks against them), never from how many there are: ten answers that nobody would go to are a gap too. An answer tells
one liking as its reason and may meet others as well: so its own interests count, whatever it came up for.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from cms.geo.effort import Travel, Way
from search.questions import Hit
from search.strengths import MEETS
from search.understanding.reading import Said, by_words
from search.vocabulary import Vocabulary

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


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that was said. `codes`: the concepts that its words stand for, of which any will do; `near`: those and
    what is as good as one of them, a kind of it or a close neighbour."""

    codes: tuple[str, ...]
    near: frozenset[str]


def wishes(said: Iterable[Said], vocabulary: Vocabulary) -> list[Wish]:
    """The likings of the vocabulary, each once: concepts that the same words showed are one wish."""
    groups = by_words(each for each in said if each.code)
    those = dict.fromkeys(tuple(dict.fromkeys(each.code for each in group)) for group in groups)
    return [Wish(codes, frozenset().union(*(_as_good(code, vocabulary) for code in codes))) for codes in those]


def _as_good(code: str, vocabulary: Vocabulary) -> frozenset[str]:
    return vocabulary.below(code) | {near.code for near in vocabulary.near(code) if near.weight >= MEETS}


def unmet(
    wanted: Iterable[Wish], hits: Sequence[Hit], about: Mapping[int, Collection[str]], way: Way, minutes: int | None
) -> list[Unmet]:
    """One gap for each wish that no hit is a good match for near, under its first concept. `about`: the codes of each
    hit's own interests, by its id. `minutes`: how far they would go at most."""
    gaps: dict[str, Unmet] = {}
    for wish in wanted:
        code = wish.codes[0]
        obstacles = [_obstacles(hit, way, minutes) for hit in hits if _meets(hit, wish, about.get(hit.asset_id, ()))]
        if not obstacles:
            gaps.setdefault(code, Unmet(code, "nothing"))
        elif all(obstacles):
            gaps.setdefault(code, Unmet(code, min(obstacles, key=len)[0]))
    return list(gaps.values())


def _meets(hit: Hit, wish: Wish, about: Collection[str]) -> bool:
    """Whether it is about this liking, or came up for it and has just that or a kind of it."""
    if not wish.near.isdisjoint(about):
        return True
    told = [reason.facts for reason in hit.reasons if reason.kind == "interest"]
    return any(_shows(facts, code) for facts in told for code in wish.codes)


def _shows(facts: Mapping[str, Any], code: str) -> bool:
    return facts["interest"] == code and facts["edge"] in GOOD_EDGES and facts["shown_by"] in GOOD_SIGNS


def _obstacles(hit: Hit, way: Way, minutes: int | None) -> list[Obstacle]:
    limit = minutes or NEAR_MINUTES[way.travel]
    far: list[Obstacle] = ["far"] if hit.distance_m is not None and way.exactly(hit.distance_m) > limit else []
    return [*far, *dict.fromkeys(told for part, told in AGAINST.items() if part in hit.parts)]
