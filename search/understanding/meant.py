"""Which words of a text are compared by meaning: what is looked for whole, of a longer text the sentences that hold a
liking or a gift, of a note no more than the clauses that do; and the names of what was understood. Pure.

Invariant: never a whole note: without a liking or a gift nothing of it is compared, and what is said of care, people
and places in other clauses stays out, as does what was taken off.
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
_WORD = re.compile(r"\S+")
_CLAUSES = re.compile(r"[.!?;:,]\s+|\n+|\s(?:and|but|or|because|so|who|which|while|then|plus)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meant:
    """`said`: pieces of the text; `named`: labels of the interests that were understood."""

    said: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.said or self.named)


def meant(text: str, reading: Reading, *, visit: bool = False, taken_off: bool = False) -> Meant:
    """The surest first, each once. `visit`: the text is a note; `taken_off`: something in it was taken off."""
    sure = sorted((*reading.interests, *reading.gifts), key=lambda each: -each.sure)
    whole = bool(reading.interests) and not taken_off if visit else True
    if whole and 0 < len(text.split()) <= SHORT and not reading.not_interests:
        said = [_put_right(text, reading)]
    elif visit:
        said = list(_around(text, sure, _CLAUSES))
    else:
        said = list(_around(text, sure, _ENDS))
    return Meant(_first(said, MOST_SAID), _first((each.label for each in sure if each.code), MOST_NAMED))


def _first(found: Iterable[str], most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))[:most]


def _put_right(text: str, reading: Reading) -> str:
    for typed, right in reading.corrected:
        text = re.sub(rf"\b{re.escape(typed)}\b", right, text, flags=re.IGNORECASE)
    return text


def _around(text: str, sure: Iterable[Said], between: re.Pattern[str]) -> Iterator[str]:
    """What stands around each thing said, up to where it ends; of a long one a window."""
    ends = [(0, 0), *(match.span() for match in between.finditer(text)), (len(text), len(text))]
    for said in sure:
        if said.end <= said.start:
            yield said.label
            continue
        start = max(last for _, last in ends if last <= said.start)
        end = min(first for first, _ in ends if first >= said.end)
        before = [start + word.start() for word in _WORD.finditer(text[start : said.start])]
        after = [said.end + word.end() for word in _WORD.finditer(text[said.end : end])]
        first = [*before, said.start][-WINDOW // 2 - 1 :][0]
        last = [said.end, *after][: WINDOW // 2 + 1][-1]
        yield " ".join(text[first:last].split())
