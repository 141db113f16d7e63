"""Words of an index that a mistyped word may have meant.

Invariant: pure. One slip (a letter added, left out, changed, or two swapped: Damerau 1964) is forgiven in a short word,
two in a word of eight letters or more.
"""

from collections.abc import Iterable

from rapidfuzz.distance import DamerauLevenshtein

LONG_WORD = 8


def slips(word: str) -> int:
    """How many slips are forgiven in this word."""
    return 2 if len(word) >= LONG_WORD else 1


def near_words(word: str, vocabulary: Iterable[str]) -> list[str]:
    """The words of the vocabulary within the slips of the word, the word itself among them."""
    allowed = slips(word)
    shortest, longest = len(word) - allowed, len(word) + allowed
    return [
        other
        for other in vocabulary
        if shortest <= len(other) <= longest
        and DamerauLevenshtein.distance(word, other, score_cutoff=allowed) <= allowed
    ]


def most_frequent(counts: Iterable[tuple[str, int]], limit: int) -> tuple[tuple[str, int], ...]:
    """The `limit` most frequent words with their counts, equal counts by the alphabet; words that nothing holds go."""
    held = [(word, count) for word, count in counts if count]
    return tuple(sorted(held, key=lambda pair: (-pair[1], pair[0]))[:limit])
