"""A place said together with what is looked for: "badminton near M33", "knitting in Sale", "choir near me".

Invariant: pure, given who finds places. A word that names a place and something to do as well (reading, bath, rugby) is
a place only where "near" or "in" says so; what has an article ("in the garden") never is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cms.geo.answers import Found
from cms.geo.postcode import Postcode, parse_postcode
from search.understanding.fillers import FILLERS
from search.understanding.tokens import Token, tokens

# What a whole text is the name of, or None: `cms.geo.geocode.exact_place`.
Find = Callable[[str], Found | None]

_ME = re.compile(
    r"\b(?:(?:near|nearby|nearest|close|closest|next|around|local) (?:to )?(?:me|us|here|home|where i (?:am|live))"
    r"|round here|in my area|nearby|close by|near by)\b\s*[?.!]*",
    re.IGNORECASE,
)
_STRONG = (("near", "to"), ("close", "to"), ("next", "to"), ("near",), ("nr",), ("nearby",), ("around",), ("round",))
_WEAK = (("in",), ("at",), ("by",))
# What "in" belongs to when it stands behind one of these: "interested in reading".
_TAKES_IN = frozenset(
    "interested interest interests believe believes believed join joins joining joined took take takes taking taken "
    "part involved skilled experienced trained training qualified degree career worked works work working good lessons "
    "lesson class classes course courses beginner beginners grew born lived hand role success help helps".split()
)
# Said without an article though it is no name: "in church", "at school".
_NO_NAME = frozenset(
    "church chapel school town street bed hospital home work sea court prison college university village city march "
    "love hope need time care week weeks park court".split()
)
_LARGE = frozenset({"city", "town", "district", "ward"})
_SMALL = frozenset({"hamlet", "other settlement"})
MOST_WORDS = 4
# A text longer than this tells a story; a place in it is not where somebody wants to go.
MOST_SAID = 9


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The place, the words that said it (from `start` to `end` of the text), and what the text is without them.
    `found` is None where somebody says "near me"."""

    found: Found | None
    words: str
    rest: str


def whereabouts(text: str, find: Find, known: frozenset[str]) -> Whereabouts | None:
    """The place that the text names, if any. `known`: folded words that stand for something to do.

    "near me" counts when no other place is named.
    """
    said = tokens(text)
    if not said or len(said) > MOST_SAID:
        return None
    for start, first, last in _spans(said):
        found = _found(text, said, (start, first, last), find, known)
        if found is not None:
            return _cut(text, said[start].start, said[last - 1].end, found)
    me = _ME.search(text)
    return _cut(text, me.start(), me.end(), None) if me else None


def _spans(said: tuple[Token, ...]) -> Iterator[tuple[int, int, int]]:
    """Where the preposition, the name begin and the name ends: said with a preposition first, then longest first."""
    size = len(said)
    for start in range(size):
        lead = _lead(said, start)
        if lead:
            first = start + lead
            for last in range(min(size, first + MOST_WORDS), first, -1):
                yield start, first, last
    for first in range(max(0, size - MOST_WORDS), size):
        yield first, first, size
    for place in range(size):
        yield place, place, place + 1
        yield place, place, min(size, place + 2)


def _lead(said: tuple[Token, ...], start: int) -> int:
    """How many words from here are a preposition of place; 0 for none."""
    here = tuple(token.word for token in said[start : start + 2])
    for phrase in _STRONG:
        if here[: len(phrase)] == phrase:
            return len(phrase)
    if here[:1] in _WEAK and not (start and said[start - 1].word in _TAKES_IN):
        return 1
    return 0


def _found(
    text: str, said: tuple[Token, ...], span: tuple[int, int, int], find: Find, known: frozenset[str]
) -> Found | None:
    start, first, last = span
    name = text[said[first].start : said[last - 1].end]
    if isinstance(parse_postcode(name), Postcode):
        return find(name)
    if first == start and last != len(said):
        return None  # without a preposition only the end of the text may be a name
    words = [token.word for token in said[first:last]]
    if words[0] in {"the", "a", "an", "my", "our", "your", "their"} or set(words) <= _NO_NAME | FILLERS:
        return None
    found = find(name)
    if found is None or found.precision in {"unit", "sector", "outward"}:
        return None
    return found if _is_meant(found, words, span, name, known) else None


def _is_meant(found: Found, words: list[str], span: tuple[int, int, int], name: str, known: frozenset[str]) -> bool:
    large = found.kind in _LARGE or found.precision in {"ward", "district"}
    ambiguous = all(word in known for word in words)
    if span[0] != span[1]:  # said with a preposition
        return large if ambiguous else (found.kind not in _SMALL or name[:1].isupper())
    return large and not ambiguous and not any(word in FILLERS for word in words)


def _cut(text: str, start: int, end: int, found: Found | None) -> Whereabouts:
    rest = f"{text[:start].rstrip()} {text[end:].lstrip()}".strip(" ,.;")
    return Whereabouts(found, text[start:end].strip(" ?.!"), rest)
