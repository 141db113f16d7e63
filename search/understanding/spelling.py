"""Slips of the finger put right: towards the vocabulary's words first, then towards the words of the index.

Invariant: a known word is never changed; one letter may differ, two from eight letters on (Damerau-Levenshtein).
"""

from collections.abc import Iterable
from typing import Protocol

from rapidfuzz.distance import DamerauLevenshtein

from search.vocabulary import Vocabulary

SHORTEST = 5
LONG = 8


class IndexWords(Protocol):
    """What spelling asks of an engine."""

    def holds(self, stem: str) -> int: ...

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]: ...


def put_right(word: str, stem: str, vocabulary: Vocabulary, index: IndexWords, *, towards_index: bool = True) -> str:
    """The word as it was probably meant; itself when it is known or nothing is near."""
    if len(word) < SHORTEST or word in vocabulary.words or not word.isalpha() or index.holds(stem):
        return word
    allowed = 2 if len(word) >= LONG else 1
    close = _closest(word, vocabulary.words, allowed)
    if close:
        return close
    near = index.spellings(word) if towards_index else ()
    return near[0][0] if near else word


def _closest(word: str, known: Iterable[str], allowed: int) -> str:
    best, least = "", allowed + 1
    for other in sorted(known):
        if abs(len(other) - len(word)) > allowed or other[:1] != word[:1]:
            continue
        distance = DamerauLevenshtein.distance(word, other, score_cutoff=allowed)
        if distance < least:
            best, least = other, distance
    return best
