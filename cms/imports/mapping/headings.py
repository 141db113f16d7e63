"""How well a heading names each field, and why, in words.

Invariant: pure; a score is between 0 and 1, and the same heading always scores the same.
"""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from cms.imports.mapping.fields import Lexicon, lexicon, plain

EXACT, NEARLY, OWN, PARTLY, SLIP = 1.0, 0.95, 0.88, 0.8, 0.7
_LONGEST = 90


class ByHeading(NamedTuple):
    """A field by a heading: how surely, and the words that say so."""

    code: str
    score: float
    words: str


@lru_cache(maxsize=20_000)
def by_heading(heading: str) -> tuple[ByHeading, ...]:
    """Every field that the heading may name, best first."""
    if len(heading) > _LONGEST:
        return ()
    words, book = plain(heading), lexicon()
    if not words or words in book.keep_headings:
        return ()
    if found := book.exact.get(words):
        return tuple(ByHeading(code, EXACT, words) for code in found)
    core = _core(words, book)
    if core and (found := book.exact.get(core)):
        return tuple(ByHeading(code, NEARLY, core) for code in found)
    own = " ".join(word for word in core.split() if word not in book.whose)
    if own and own != core and (found := book.exact.get(own)):
        return tuple(ByHeading(code, OWN, words) for code in found)
    parts = _partly(core or words, book)
    return parts or _slips(core or words, book)


def best_by_heading(heading: str) -> float:
    """The best score; 0 for a heading that says nothing to us."""
    return max((found.score for found in by_heading(heading)), default=0.0)


def is_known(heading: str) -> bool:
    """Whether a text is a heading that we know."""
    return best_by_heading(heading) >= 0.6


def whose(heading: str) -> str:
    """Whether a heading speaks of the organisation, the place, the contact or the listing itself; else nothing."""
    book = lexicon()
    return next((book.whose[word] for word in plain(heading).split() if word in book.whose), "")


def _core(words: str, book: Lexicon) -> str:
    """Without small words, and a number that only counts: "the venue name 2" is "venue name"."""
    spelt = " ".join(book.short.get(word, word) for word in words.split())
    kept = [word for word in spelt.split() if word not in book.small]
    while len(kept) > 1 and kept[-1].isdigit() and len(kept[-1]) < 3:
        kept.pop()
    return " ".join(kept)


def _partly(words: str, book: Lexicon) -> tuple[ByHeading, ...]:
    """A known name within a longer heading: the more of the heading it covers, the surer; the end says more."""
    tokens = words.split()
    found: dict[str, ByHeading] = {}
    for start in range(len(tokens)):
        for end in range(start + 1, len(tokens) + 1):
            if end - start == len(tokens):
                continue
            phrase = " ".join(tokens[start:end])
            if phrase in book.whole_only:
                continue
            share = (end - start) / len(tokens)
            score = PARTLY * (0.55 + 0.45 * share) - (0.0 if end == len(tokens) else 0.04)
            for code in book.exact.get(phrase, ()):
                if code not in found or found[code].score < score:
                    found[code] = ByHeading(code, score, phrase)
    return tuple(sorted(found.values(), key=lambda each: -each.score))


def _slips(words: str, book: Lexicon) -> tuple[ByHeading, ...]:
    """A slip of the finger: "Desciption"."""
    if len(words) < 5:
        return ()
    found: dict[str, ByHeading] = {}
    for synonym, codes in book.exact.items():
        if abs(len(synonym) - len(words)) <= 2 and len(synonym) > 4 and fuzz.ratio(synonym, words) >= 87:
            for code in codes:
                found.setdefault(code, ByHeading(code, SLIP, synonym))
    return tuple(found.values())
