"""Term keys and counts: what the words score is computed from, the same for every engine.

A term is one stem, or two stems side by side. Its key is the first eight bytes of a BLAKE2b hash as a signed 64-bit
integer, so that keys can be kept in arrays and compared between machines. Invariant: pure, stable for ever.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, pairwise

from search.stems import stems, words
from search.types import AssetDocument

# A word in the name tells more than one in the text (the ranking study counted names twice).
NAME_COUNTS = 2


@lru_cache(maxsize=500_000)
def term_key(term: tuple[str, ...]) -> int:
    """The key of one or two stems: signed 64 bits."""
    raw = blake2b(" ".join(term).encode(), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)


def keys_of(phrase: tuple[str, ...]) -> tuple[int, ...]:
    """The keys that stand for a phrase: one for a word, one for each neighbouring pair otherwise."""
    if len(phrase) == 1:
        return (term_key(phrase),)
    return tuple(term_key(phrase[place : place + 2]) for place in range(len(phrase) - 1))


def term_counts(document: AssetDocument) -> dict[int, int]:
    """Term key -> how often it stands in the document, the name counted `NAME_COUNTS` times."""
    texts = ((stems(text), times) for text, times in _texts(document))
    terms = ((*zip(found, strict=True), *pairwise(found)) * times for found, times in texts)
    return Counter(map(term_key, chain.from_iterable(terms)))


def length(document: AssetDocument) -> int:
    """How many words the document has, counted as `term_counts` counts them."""
    return sum(len(words(text)) * times for text, times in _texts(document))


def _texts(document: AssetDocument) -> Iterable[tuple[str, int]]:
    yield document.name, NAME_COUNTS
    yield document.summary, 1
    yield document.description, 1
    yield document.keywords, 1
    if document.organisation != document.name:
        yield document.organisation, 1
