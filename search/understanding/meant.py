"""Which words of a text are compared by meaning: a short text whole, of a longer one the sentences that hold a liking
or a gift, and the names of what was understood. Pure.

Invariant: never a whole note: what is said of care, people and places stays out, and what was taken off is in none of
it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.understanding.reading import Reading, Said

# So many words are taken as they are: this kind of model likes a whole phrase better than its parts.
SHORT = 16
# Of a sentence without an end, so many words around what was said.
WINDOW = 24
MOST_SAID, MOST_NAMED = 5, 3
_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Meant:
    """`said`: pieces of the text; `named`: labels of the interests that were understood."""

    said: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.said or self.named)


def meant(text: str, reading: Reading) -> Meant:
    """The surest first, each once."""
    sure = sorted((*reading.interests, *reading.gifts), key=lambda each: -each.sure)
    if 0 < len(text.split()) <= SHORT and not reading.not_interests:
        said = [_put_right(text, reading)]
    else:
        said = list(_sentences(text, sure))
    return Meant(_first(said, MOST_SAID), _first((each.label for each in sure if each.code), MOST_NAMED))


def _first(found: Iterable[str], most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))[:most]


def _put_right(text: str, reading: Reading) -> str:
    for typed, right in reading.corrected:
        text = re.sub(rf"\b{re.escape(typed)}\b", right, text, flags=re.IGNORECASE)
    return text


def _sentences(text: str, sure: Iterable[Said]) -> Iterator[str]:
    """The sentence around each thing said; of a long one a window."""
    ends = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    for said in sure:
        if said.end <= said.start:
            yield said.label
            continue
        start = max(end for end in ends if end <= said.start)
        end = min(end for end in ends if end >= said.end) if said.end <= ends[-1] else len(text)
        before, after = text[start : said.start].split(), text[said.end : end].split()
        words = [*before[-WINDOW // 2 :], *text[said.start : said.end].split(), *after[: WINDOW // 2]]
        yield " ".join(words)
