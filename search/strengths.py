"""Each thing that somebody loves or could give as a wish of its own, and how well a listing meets it.

Invariant: pure. The words that showed a strength make it one, however many concepts they stand for; how well a listing
meets it is told by the same ties as a reason is (`search.evidence`), so that what is said to meet it can be shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from search.evidence import in_text, tagged
from search.helping import asked_words, given, helped, wants_of
from search.stems import stems
from search.types import CandidateFeatures, WantedInterest, WeightedTerm
from search.understanding.expansion import reached, strongest
from search.understanding.reading import Reading, Said, by_words
from search.vocabulary import Vocabulary

# A listing that holds this much of a strength meets it: its tag, or a near neighbour's. What the text of a listing that
# people have tagged says in passing does not, nor does one word that no concept explains.
MEETS = 0.65
ONE_WORD = 0.5
# This much of it is as good as the thing itself.
SAME = 0.75


@dataclass(frozen=True, slots=True)
class Strength:
    """`words`: as they were said; `wants`: every concept that would do, strongest first; `stems`: those of words that
    no concept stands for, else empty; `weights`: concept -> how well it would do, 0 to 1. `gives`: it is what somebody
    could give, and `asked` are stems that wanted help may name."""

    words: str
    wants: tuple[WantedInterest, ...]
    stems: tuple[str, ...]
    weights: Mapping[str, float]
    gives: bool = False
    asked: frozenset[str] = frozenset()

    def holds(self, term: WeightedTerm) -> bool:
        """Whether a term of the request is looked for because of this strength."""
        return term.concept in self.weights if term.concept else bool(self.stems) and term.stems == self.stems


def strengths(reading: Reading, vocabulary: Vocabulary) -> tuple[Strength, ...]:
    """The interests of a reading, each once, in the order that they were said; then what could be given."""
    loved = [_strength(group, vocabulary) for group in by_words(reading.interests)]
    return (*loved, *(_gift(said, vocabulary) for said in given(reading)))


def _gift(said: Said, vocabulary: Vocabulary) -> Strength:
    wants = wants_of(said, vocabulary)
    weights = {want.code: want.weight for want in wants}
    return Strength(said.spoken, wants, (), weights, gives=True, asked=asked_words(said))


def _strength(group: Sequence[Said], vocabulary: Vocabulary) -> Strength:
    wants = strongest(want for said in group if said.code for want in reached(said, said.code, vocabulary))
    return Strength(
        words=group[0].spoken,
        wants=wants,
        stems=() if wants else stems(group[0].spoken),
        weights={want.code: want.weight for want in wants},
    )


def gifts_of(wished: Sequence[Strength]) -> frozenset[int]:
    """The places of those that are gifts."""
    return frozenset(place for place, strength in enumerate(wished) if strength.gives)


def as_good(met: np.ndarray, row: int, column: int) -> list[int]:
    """Rows of others that meet a strength at least as well as this row does, and well."""
    enough = max(float(met[row, column]), SAME)
    return [int(other) for other in np.flatnonzero(met[:, column] >= enough) if other != row]


def met(
    wished: Sequence[Strength],
    candidates: Sequence[CandidateFeatures],
    terms: Sequence[WeightedTerm],
    scores: np.ndarray,
) -> np.ndarray:
    """How well each candidate (row) meets each strength (column), 0 to 1. `scores`: of each term (row) in each
    candidate (column), above 0 where it stands there."""
    found = np.zeros((len(candidates), len(wished)))
    there = scores > 0
    said = np.flatnonzero(there.any(axis=1)) if scores.size else np.zeros(0, dtype=int)
    spoken = [terms[int(row)] for row in said]
    shares = np.array([in_text(candidate) for candidate in candidates])
    for column, strength in enumerate(wished):
        if strength.gives:
            found[:, column] = [helped(candidate, strength.weights, strength.asked) for candidate in candidates]
            continue
        weights = np.array([_weight(term, strength) for term in spoken])
        if weights.any():
            found[:, column] = (there[said] * weights[:, None]).max(axis=0) * shares
        for row, candidate in enumerate(candidates):
            found[row, column] = max(found[row, column], tagged(candidate, strength.weights))
    return found


def _weight(term: WeightedTerm, strength: Strength) -> float:
    if not strength.holds(term):
        return 0.0
    if term.concept:
        return min(term.weight, strength.weights[term.concept])
    return 1.0 if len(term.stems) > 1 else ONE_WORD
