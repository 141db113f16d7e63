"""What ties a listing to what was said, and how strong each kind of tie is.

Invariant: pure. A tag that a person confirmed is the strongest; words in the text of a listing that people have tagged
are said in passing; a word that no concept explains is the weakest.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from search.types import CandidateFeatures, WantedInterest, WeightedTerm

# How strong each kind of evidence is beside a tag that a person confirmed.
SUGGESTED, TEXT, OWN = 0.92, 0.95, 0.5
# Where people have said what a listing is about, words in its text are said in passing.
PASSING = 0.6


@dataclass(frozen=True, slots=True)
class Evidence:
    """The strongest thing that ties a listing to what was said: the concept it meets, or words that it holds."""

    want: WantedInterest | None
    shown_by: str
    words: str
    strength: float


def evidence_for(
    candidate: CandidateFeatures,
    wanted: Sequence[WantedInterest],
    terms: Sequence[WeightedTerm],
    scores: np.ndarray,
    spoken: Mapping[tuple[str, ...], str],
) -> Evidence | None:
    """The strongest evidence. `scores`: of each term in this candidate (0: not there). `spoken`: stems to words."""
    return max(
        _evidence(candidate, wanted, terms, scores, spoken),
        key=lambda found: (found.strength, found.words),
        default=None,
    )


def _evidence(
    candidate: CandidateFeatures,
    wanted: Sequence[WantedInterest],
    terms: Sequence[WeightedTerm],
    scores: np.ndarray,
    spoken: Mapping[tuple[str, ...], str],
) -> Iterable[Evidence]:
    by_code = {want.code: want for want in wanted}
    for want in wanted:
        if want.code in candidate.interests:
            yield Evidence(want, "tag", "", want.weight)
        elif want.code in candidate.suggested:
            yield Evidence(want, "suggested", "", want.weight * SUGGESTED)
    for term, score in zip(terms, scores, strict=True):
        if score <= 0:
            continue
        words = spoken.get(term.stems, " ".join(term.stems))
        if term.concept in by_code:
            yield Evidence(by_code[term.concept], "text", words, term.weight * in_text(candidate))
        elif not term.concept:
            yield Evidence(None, "text", words, OWN)


def in_text(candidate: CandidateFeatures) -> float:
    """How strong words in this listing's text are as evidence."""
    return PASSING if candidate.interests else TEXT


def tagged(candidate: CandidateFeatures, weights: Mapping[str, float]) -> float:
    """How well its tags meet what is wanted (concept -> weight), 0 to 1: the best of them, a suggested one a little
    less."""
    sure = max((weights.get(code, 0.0) for code in candidate.interests), default=0.0)
    guessed = max((weights.get(code, 0.0) for code in candidate.suggested), default=0.0)
    return max(sure, SUGGESTED * guessed)
