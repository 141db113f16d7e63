"""Phrases by how they begin: the whole phrase, or one of the words inside it. Pure.

Invariant: made once from phrases and never changed; a look-up reads the rows that begin so, and a few beside them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.stems import words


@dataclass(frozen=True)
class PrefixTable:
    """Rows of (folded words from the beginning of some word on, whether that is the phrase's first, number), sorted."""

    phrases: Sequence[str]
    ranks: Sequence[int]
    rows: Sequence[tuple[str, bool, int]]

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, int]]) -> "PrefixTable":
        """Of phrases and their ranks: among those that begin alike the lower rank comes first."""
        kept = list(phrases)
        rows = []
        for number, (phrase, _) in enumerate(kept):
            folded = words(phrase)
            rows += [(" ".join(folded[place:]), place > 0, number) for place in range(len(folded))]
        return cls([phrase for phrase, _ in kept], [rank for _, rank in kept], sorted(rows))

    def starting(self, typed: str) -> list[int]:
        """Numbers of the phrases in which what was typed begins the phrase or a word of it, once each: those that
        begin so first, then by rank, then shorter ones first."""
        start = " ".join(words(typed))
        if not start:
            return []
        best: dict[int, tuple[bool, int, int]] = {}
        at = bisect_left(self.rows, (start,))
        while at < len(self.rows) and self.rows[at][0].startswith(start):
            _, inside, number = self.rows[at]
            key = (inside, self.ranks[number], len(self.phrases[number]))
            best[number] = min(best.get(number, key), key)
            at += 1
        return sorted(best, key=lambda number: (*best[number], number))
