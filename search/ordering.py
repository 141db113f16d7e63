"""The order of scored candidates, and nothing else.

Invariant: pure; a total order, ties by id, so that a page never repeats or drops within one generation.

Three ways, each explained on the page "How results are ordered": by how well the words are met; with a place, the ones
that are as good as the best first and the nearest first among those; on a visit, by whether the person will really go.
"""

from collections.abc import Sequence
from dataclasses import dataclass

# As good as the best: this share of its score. Below the second share, it only touches on what was asked.
GOOD, FAIR = 0.55, 0.25


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its relevance, its practical points, and metres to its nearest place."""

    asset_id: int
    relevance: float
    practical: float = 0.0
    metres: float | None = None


def by_words(scored: Sequence[Scored]) -> list[Scored]:
    """Best first."""
    return sorted(scored, key=lambda each: (-each.relevance, each.asset_id))


def nearest_of_the_good(scored: Sequence[Scored]) -> list[Scored]:
    """As good as the best, then fair ones, then the rest; nearest first in each, those without a place after."""
    best = max((each.relevance for each in scored), default=0.0)
    return sorted(scored, key=lambda each: (_tier(each.relevance, best), *_far(each), -each.relevance, each.asset_id))


def likely_to_go(scored: Sequence[Scored]) -> list[Scored]:
    """By relevance (1 for the best) and practical points together."""
    best = max((each.relevance for each in scored), default=0.0) or 1.0
    return sorted(scored, key=lambda each: (-(RELEVANCE * each.relevance / best + each.practical), each.asset_id))


# On a visit the right interest weighs as much as everything practical together.
RELEVANCE = 2.0


def _tier(relevance: float, best: float) -> int:
    if best <= 0 or relevance >= GOOD * best:
        return 0
    return 1 if relevance >= FAIR * best else 2


def _far(each: Scored) -> tuple[bool, float]:
    return (each.metres is None, each.metres or 0.0)
