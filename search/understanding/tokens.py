"""A text as tokens with places, sentences and clauses.

Invariant: pure; clause numbers rise through the text, a clause never crosses a full stop.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.stems import spans, stem

_SENTENCE = re.compile(r"[.;!?\n\r]+(?=\s|$)|[\n\r]+|[:;]")
_COMMA = re.compile(r",")
_JOINTS = frozenset(["and", "but", "because", "so", "who", "which", "while", "then", "plus", "or"])
# A text this short is one thought: splitting "knit and natter" would lose it.
WHOLE = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word, its stem, its place in the text, its sentence and clause, and whether its spelling was mended."""

    word: str
    stem: str
    start: int
    end: int
    sentence: int
    clause: int
    mended: bool = False


def tokens(text: str) -> tuple[Token, ...]:
    """Every word of the text in order."""
    found = list(spans(text))
    if len(found) <= WHOLE:
        return tuple(Token(word, stem(word), start, end, 0, 0) for word, start, end in found)
    return tuple(_numbered(text, found))


def _numbered(text: str, found: list[tuple[str, int, int]]) -> Iterator[Token]:
    sentence = clause = last_end = 0
    for word, start, end in found:
        gap = text[last_end:start]
        if _SENTENCE.search(gap):
            sentence, clause = sentence + 1, clause + 1
        elif _COMMA.search(gap) or word in _JOINTS:
            clause += 1
        yield Token(word, stem(word), start, end, sentence, clause)
        last_end = end
