"""A reading as weighted terms and wanted interests: expanded once, here, for every engine.

Invariant: pure; weights are above 0 and at most 1; the words somebody said themselves count most.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from search.stems import stems
from search.types import WantedInterest, WeightedTerm
from search.understanding.reading import Reading, Said
from search.vocabulary import Concept, Vocabulary

# How much a phrase of a concept counts in a listing's text, by the kind of label it is.
LABEL, ALTERNATIVE, EVERYDAY = 1.0, 0.85, 0.6
# In a text of many words that concepts explain, the words that are left are mostly the furniture of the story.
LONG_TEXT, LEFT_OVER = 8, 0.4
# Faint neighbours are looked for by their tag only: their words would bring in too much.
SPOKEN_FROM = 0.45


# What somebody used to do still counts, a little less than what is there to see today.
PAST = 0.85


def wanted(reading: Reading, vocabulary: Vocabulary) -> tuple[WantedInterest, ...]:
    """Every concept worth suggesting, the strongest way to it kept, strongest first."""
    return strongest(want for said in reading.interests for want in _wants(said, vocabulary))


def reached(said: Said, code: str, vocabulary: Vocabulary) -> Iterator[WantedInterest]:
    """A concept that was said, and those within its reach."""
    yield WantedInterest(code, 1.0, said.spoken, code, said.clause)
    for near in vocabulary.near(code):
        yield WantedInterest(near.code, near.weight, said.spoken, code, said.clause)


def strongest(wants: Iterable[WantedInterest]) -> tuple[WantedInterest, ...]:
    """Each concept once, by the strongest way to it, strongest first."""
    best: dict[str, WantedInterest] = {}
    for want in wants:
        if want.code not in best or want.weight > best[want.code].weight:
            best[want.code] = want
    return tuple(sorted(best.values(), key=lambda want: (-want.weight, want.code)))


def terms(reading: Reading, vocabulary: Vocabulary) -> tuple[WeightedTerm, ...]:
    """Words and phrases to look for in listings: each once a clause, with its greatest weight."""
    best: dict[tuple[int, tuple[str, ...]], WeightedTerm] = {}
    for term in _terms(reading, vocabulary):
        key = (term.clause, term.stems)
        if key not in best or term.weight > best[key].weight:
            best[key] = term
    return tuple(best.values())


def _wants(said: Said, vocabulary: Vocabulary) -> Iterator[WantedInterest]:
    if not said.code:
        return  # somebody's own words: looked for as words
    for want in reached(said, said.code, vocabulary):
        yield replace(want, weight=_lasting(said, want.weight))


def _terms(reading: Reading, vocabulary: Vocabulary) -> Iterator[WeightedTerm]:
    left_over = LEFT_OVER if reading.interests and reading.length > LONG_TEXT else 1.0
    for word in reading.own:
        yield WeightedTerm((word.stem,), left_over, word.clause)
    for said in reading.interests:
        if said.words:
            yield WeightedTerm(stems(said.spoken), _lasting(said, 1.0), said.clause, said.code)
        if not said.code:
            continue
        yield from _phrases(vocabulary.concepts[said.code], 1.0, said)
        for near in vocabulary.near(said.code):
            if near.weight >= SPOKEN_FROM:
                yield from _phrases(vocabulary.concepts[near.code], near.weight, said)


def _lasting(said: Said, weight: float) -> float:
    return round((PAST if said.past else 1.0) * weight, 4)


def _phrases(concept: Concept, weight: float, said: Said) -> Iterator[WeightedTerm]:
    kinds = ((LABEL, (concept.label,)), (ALTERNATIVE, concept.alternatives), (EVERYDAY, concept.everyday))
    for share, phrases in kinds:
        if share == EVERYDAY and weight < 1:
            continue
        for phrase in phrases:
            found = stems(phrase)
            if found:
                yield WeightedTerm(found, _lasting(said, weight * share), said.clause, concept.code)
