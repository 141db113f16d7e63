"""Words of an index that a mistyped word may have meant.

Invariant: pure. One slip (a letter added, left out, changed, or two swapped: Damerau 1964) is forgiven in a short word,
two in a word of eight letters or more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

LONG_WORD = 8
# Different words by their number of letters.
Vocabulary = Mapping[int, Sequence[str]]


def slips(word: str) -> int:
    """How many slips are forgiven in this word."""
    return 2 if len(word) >= LONG_WORD else 1


def by_length(words: Iterable[str]) -> Vocabulary:
    """A vocabulary made ready for `near_words`."""
    lengths: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        lengths[len(word)].append(word)
    return dict(lengths)


def near_words(word: str, vocabulary: Vocabulary) -> list[str]:
    """The words of the vocabulary within the slips of the word, the word itself among them."""
    allowed = slips(word)
    near: list[str] = []
    for length in range(len(word) - allowed, len(word) + allowed + 1):
        others = vocabulary.get(length, ())
        found = extract(word, others, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=None)
        near.extend(other for other, _, _ in found)
    return near


def most_frequent(counts: Iterable[tuple[str, int]], limit: int) -> tuple[tuple[str, int], ...]:
    """The `limit` most frequent words with their counts, equal counts by the alphabet; words that nothing holds go."""
    held = [(word, count) for word, count in counts if count]
    return tuple(sorted(held, key=lambda pair: (-pair[1], pair[0]))[:limit])
