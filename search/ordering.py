"""The order of scored candidates, and nothing else.

Invariant: pure; a total order, ties by id, so that a page never repeats or drops within one generation.

Three ways, each explained on the page "How results are ordered": by how well the words are met; with a place, what was
asked for first, then what is close to it, nearest first in each; on a visit, by whether the person will really go.
"""

from collections.abc import Sequence
from dataclasses import dataclass

# What was asked for: this close to the closest there is. Below the second share it only touches on it.
SAME, CLOSE = 0.85, 0.5
# A listing that names the thing in passing, in a long text about something else, scores below this share of the best.
PASSING = 0.3


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate: relevance, closeness to what was asked (0 to 1), practical points, metres to its nearest place."""

    asset_id: int
    relevance: float
    closeness: float = 0.0
    practical: float = 0.0
    metres: float | None = None


def by_words(scored: Sequence[Scored]) -> list[Scored]:
    """Best first."""
    return sorted(scored, key=lambda each: (-each.relevance, each.asset_id))


def nearest_of_the_close(scored: Sequence[Scored]) -> list[Scored]:
    """What was asked for, then what is close, then the rest; nearest first in each, those without a place after."""
    closest = max((each.closeness for each in scored), default=0.0)
    best = max((each.relevance for each in scored), default=0.0)

    def key(each: Scored) -> tuple[int, bool, float, float, int]:
        tier = max(_tier(each.closeness, closest), int(each.relevance < PASSING * best))
        return (tier, *_far(each), -each.relevance, each.asset_id)

    return sorted(scored, key=key)


def likely_to_go(scored: Sequence[Scored]) -> list[Scored]:
    """By relevance (1 for the best) and practical points together."""
    likely = dict(zip((each.asset_id for each in scored), likelihoods(scored), strict=True))
    return sorted(scored, key=lambda each: (-likely[each.asset_id], each.asset_id))


def likelihoods(scored: Sequence[Scored]) -> list[float]:
    """How likely somebody is to go to each, on the scale of `search.going.POINTS`."""
    best = max((each.relevance for each in scored), default=0.0) or 1.0
    return [RELEVANCE * each.relevance / best + each.practical for each in scored]


# On a visit the right interest weighs as much as everything practical together.
RELEVANCE = 2.0


def _tier(closeness: float, closest: float) -> int:
    if closeness >= SAME * closest:
        return 0
    return 1 if closeness >= CLOSE * closest else 2


def _far(each: Scored) -> tuple[bool, float]:
    return (each.metres is None, each.metres or 0.0)
