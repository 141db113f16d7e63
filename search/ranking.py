"""The one table that orders candidates by what was said: words, graph and meaning.

Invariant: pure. The same request, features, counts and statistics give the same numbers on every engine. Nothing here
names a query or a listing; every weight is in one table below, and each part of a score can be shown.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from search.evidence import SUGGESTED, in_text
from search.taking_part import ENOUGH
from search.terms import keys_of
from search.types import CandidateFeatures, TermStatistics, WantedInterest, WeightedTerm

# Okapi BM25 with the constants of the ranking study (k1 1.2, b .5); the log form never goes below zero.
K1, B = 1.2, 0.5
# A second phrase of the same concept adds little to the best one.
SECOND = 0.15
# A score of words this high is as good as certain; scores are capped so that a rare name cannot outshout everything.
SURE, CAP = 12.0, 1.5

# A listing that holds every one of the words that no concept explains is this close to what was asked.
OWN_WORDS = 0.95

# By meaning alone a listing is close to what was asked from this standard score on, closer the higher it is, and
# never as close as one that names the thing.
ALIKE, MEANT, MOST_MEANT = 3.0, 15.0, 0.4
NO_MEANING: Mapping[str, np.ndarray] = MappingProxyType({})

WEIGHTS: Mapping[str, float] = {
    "clause": 1.0,
    "phrase": 0.8,
    "phrases": 0.8,
    "tag": 1.0,
    "guessed tag": 0.75,
    "meaning": 0.3,
    "meaning of a piece": 0.35,
    "meaning of the interest": 0.1,
    "interest in a piece": 0.1,
    "other audience": -0.25,
    "same audience": 0.3,
    "gives grants": -0.5,
    "taking part": 0.8,
    "by meaning alone": -0.4,
}


# Parts that say that a listing names what is wanted.
NAMING = ("clause", "tag", "guessed tag")


@dataclass(frozen=True, slots=True)
class Relevance:
    """How well one candidate meets what was said: the sum, and its parts by the names of `WEIGHTS`."""

    total: float
    parts: Mapping[str, float] = field(default_factory=dict)


def columns(terms: Sequence[WeightedTerm]) -> tuple[int, ...]:
    """The term keys that `score` needs counts for, each once."""
    return tuple(dict.fromkeys(key for term in terms for key in keys_of(term.stems)))


def relevance(
    terms: Sequence[WeightedTerm],
    wanted: Sequence[WantedInterest],
    candidates: Sequence[CandidateFeatures],
    scores: np.ndarray,
    said: frozenset[str] = frozenset(),
    meaning: Mapping[str, np.ndarray] = NO_MEANING,
) -> list[Relevance]:
    """The relevance of each candidate. `scores`: of each term (row) in each candidate (column), see `term_scores`.
    `meaning`: name of a part -> its standard score for each candidate (`search.meaning`)."""
    lexical = {**_lexical(terms, scores), **meaning}
    tags = _tags(wanted, candidates)
    answers = []
    for row, candidate in enumerate(candidates):
        parts = {name: WEIGHTS[name] * float(values[row]) for name, values in lexical.items()}
        parts |= {name: WEIGHTS[name] * value for name, value in tags[row].items()}
        if sum(parts.values()) > 0:
            parts |= {name: WEIGHTS[name] * value for name, value in _of_listing(candidate, said).items()}
            parts["by meaning alone"] = 0.0 if any(parts.get(name) for name in NAMING) else WEIGHTS["by meaning alone"]
        answers.append(Relevance(sum(parts.values()), parts))
    return answers


def term_scores(
    terms: Sequence[WeightedTerm],
    candidates: Sequence[CandidateFeatures],
    counts: np.ndarray,
    statistics: TermStatistics,
) -> np.ndarray:
    """BM25 of each term (row) in each candidate (column), a phrase counted as one term, times its weight.

    `counts`: one row a candidate, one column a key of `columns(terms)`.
    """
    place = {key: column for column, key in enumerate(columns(terms))}
    lengths = np.array([candidate.length for candidate in candidates], dtype=float)
    norm = K1 * (1 - B + B * lengths / max(statistics.mean_length, 1.0))
    scores = np.zeros((len(terms), len(candidates)))
    for row, term in enumerate(terms):
        keys = keys_of(term.stems)
        found = counts[:, [place[key] for key in keys]].min(axis=1).astype(float)
        if found.any():
            frequency = min(statistics.frequency.get(key, 1) for key in keys)
            scores[row] = term.weight * rarity(frequency, statistics.documents) * found * (K1 + 1) / (found + norm)
    return scores


def closeness(
    terms: Sequence[WeightedTerm],
    wanted: Sequence[WantedInterest],
    candidates: Sequence[CandidateFeatures],
    scores: np.ndarray,
    alike: np.ndarray | None = None,
) -> list[float]:
    """How close each candidate comes to what was asked, 0 to 1: the best tag or phrase, its share of the own words, or,
    where none of them is there, what it means.

    `scores`: of each term (row) in each candidate (column), see `term_scores`. `alike`: see `close_in_meaning`.
    """
    there = scores > 0
    phrases = np.array([term.weight if term.concept else 0.0 for term in terms])
    own = np.array([0.0 if term.concept else 1.0 for term in terms])
    best = (there * phrases[:, None]).max(axis=0, initial=0.0)
    share = OWN_WORDS * (there * own[:, None]).sum(axis=0) / max(own.sum(), 1.0)
    meant = np.zeros(len(candidates)) if alike is None else alike
    return [
        max(
            float(meant[row]),
            in_text(candidates[row]) * float(best[row]),
            float(share[row]),
            tags.get("tag", 0.0),
            SUGGESTED * tags.get("guessed tag", 0.0),
        )
        for row, tags in enumerate(_tags(wanted, candidates))
    ]


def close_in_meaning(meaning: Mapping[str, np.ndarray], size: int) -> np.ndarray:
    """How close each of `size` candidates comes by meaning alone, 0 to `MOST_MEANT`; 0 where it is not close."""
    best = np.max([*meaning.values(), np.zeros(size)], axis=0)
    return np.where(best >= ALIKE, np.minimum(best / MEANT, MOST_MEANT), 0.0)


def rarity(frequency: int, documents: int) -> float:
    """Inverse document frequency, never below zero."""
    return math.log(1 + (max(documents, frequency) - frequency + 0.5) / (frequency + 0.5))


def _lexical(terms: Sequence[WeightedTerm], scores: np.ndarray) -> dict[str, np.ndarray]:
    nothing = np.zeros(scores.shape[1])
    if not scores.size:
        return {"clause": nothing, "phrase": nothing, "phrases": nothing}
    own: dict[int, np.ndarray] = {}
    phrases: dict[int, np.ndarray] = {}
    for row, term in enumerate(terms):
        if term.concept:
            best = phrases.get(term.clause, nothing)
            phrases[term.clause] = np.maximum(best, scores[row]) + SECOND * np.minimum(best, scores[row])
        else:
            own[term.clause] = own.get(term.clause, nothing) + scores[row]
    clauses = [own.get(clause, nothing) + phrases.get(clause, nothing) for clause in own.keys() | phrases.keys()]
    return {
        "clause": capped(np.max(clauses, axis=0)),
        "phrase": capped(np.max([*phrases.values(), nothing], axis=0)),
        "phrases": capped(np.sum([*phrases.values(), nothing], axis=0)),
    }


def capped(scores: np.ndarray) -> np.ndarray:
    """Scores on a scale where 1 is sure, cut at `CAP`."""
    return np.minimum(scores / SURE, CAP)


def _tags(wanted: Sequence[WantedInterest], candidates: Sequence[CandidateFeatures]) -> list[dict[str, float]]:
    """Of each candidate the weight of its best tag, or of its best guessed one where that is more."""
    weights: dict[str, float] = {}
    for want in wanted:
        weights[want.code] = max(want.weight, weights.get(want.code, 0.0))
    found = []
    for candidate in candidates:
        sure = max((weights.get(code, 0.0) for code in candidate.interests), default=0.0)
        guessed = max((weights.get(code, 0.0) for code in candidate.suggested), default=0.0)
        found.append({"tag": sure} if sure >= guessed else {"guessed tag": guessed})
    return found


def _of_listing(candidate: CandidateFeatures, said: frozenset[str]) -> dict[str, float]:
    """Whom it is for, and whether people take part in it."""
    theirs = candidate.cues - {"grants"}
    return {
        "other audience": min(len(theirs - said), 2),
        "same audience": 1.0 if theirs & said else 0.0,
        "gives grants": 1.0 if "grants" in candidate.cues and "grants" not in said else 0.0,
        "taking part": candidate.takes_part / ENOUGH,
    }
