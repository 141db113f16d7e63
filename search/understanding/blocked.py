"""Phrases that only look like an interest, found by stems: sayings, equipment, treatments.

Invariant: pure; the longest phrase at a place, its number of words; 0 where there is none.
"""

from search.stems import stems
from search.understanding.blocked_phrases import EQUIPMENT, SAYINGS


def _by_first(*texts: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for text in texts:
        for phrase in text.split(","):
            key = stems(phrase)
            if key:
                found.setdefault(key[0], set()).add(key)
    return {first: tuple(sorted(those, key=len, reverse=True)) for first, those in found.items()}


_PHRASES = _by_first(SAYINGS, EQUIPMENT)


def blocked_at(found: tuple[str, ...], place: int) -> int:
    """How many stems from `place` are a phrase that is no interest."""
    for phrase in _PHRASES.get(found[place], ()):
        if found[place : place + len(phrase)] == phrase:
            return len(phrase)
    return 0
