"""How alike two names are, word by word.

Invariant: pure and the same both ways round. A number that differs ("1st Sale Scouts", "2nd Sale Scouts") makes two
names different; words that every second name has ("community", "group", the town's own) count little.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log2
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

LIKE_WORD: Final = 0.8
"""From here on two long words are one word with a slip in it, or its plural."""
LIKE_NAME: Final = 0.82
FEWEST_LETTERS: Final = 8
"""A shorter name with a slip in it may be any other."""
LITTLE: Final = 0.35
LEAST: Final = 0.15
FEW_WORDS: Final = 0.9
"""Names that share less than this much weight are too plain to be called the same."""

_LEFT_OUT: Final = frozenset(
    "the of and for in at a an on to with by near ltd limited cio llp plc company inc incorporated registered charity "
    "charitable unincorporated organisation organization".split()
)
_PLAIN: Final = frozenset(
    "community communities centre center group groups club clubs society association trust foundation fund church "
    "school schools friends friend project projects hall village town parish united committee council service services "
    "support care network forum partnership social local area district branch british national uk england north south "
    "east west greater new old park house st saint saints children young people youth primary nursery preschool "
    "playgroup pta parents parent teacher teachers scout scouts guide guides brownies rainbows cubs methodist baptist "
    "catholic roman christian anglican evangelical college academy sports football cricket bowling dance choir".split()
)
_SAME: Final = {
    **{word: str(number) for number, word in enumerate("zero first second third fourth fifth sixth seventh".split())},
    "saint": "st",
    "saints": "sts",
    "center": "centre",
    "organization": "organisation",
    "mens": "men",
    "womens": "women",
    "childrens": "children",
    "assoc": "association",
    "soc": "society",
    "comm": "community",
}
_ORDINAL: Final = re.compile(r"(\d+)(?:st|nd|rd|th)")
_ASIDE: Final = re.compile(r"\([^()]*\)")
_WORD: Final = re.compile(r"[^\W_]+")


@lru_cache(maxsize=50_000)
def words_of(name: str, *, asides: bool = True) -> tuple[str, ...]:
    """The words of a name that tell it from others, in order: "The 1st Sale (St. Paul's) Scouts Ltd" is
    1, sale, st, pauls, scouts. Without `asides` what stands in brackets is left out, where anything else is there."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    plain = plain.replace("'", "").replace(".", "").replace("&", " ")
    words = () if asides else _plain_words(_ASIDE.sub(" ", plain))
    return words or _plain_words(plain)


def name_likeness(one: str, other: str, common: Mapping[str, int] | None = None) -> float:
    """0 to 1: what share of both names' weight the words that they share have. `common`: how many assets round about
    have a word in their names."""
    # What only one of the two has in brackets says nothing; what both have tells them apart.
    asides = bool(_ASIDE.search(one) and _ASIDE.search(other))
    first, second = words_of(one, asides=asides), words_of(other, asides=asides)
    if not first or not second or _numbers_differ(first, second):
        return 0.0
    weights = {word: weight(word, common) for word in (*first, *second)}
    shared = sum(min(weights[a], weights[b]) * 2 * how for a, b, how in _pairs(first, second))
    whole = sum(weights[word] for word in (*first, *second))
    if shared / 2 < FEW_WORDS and len(first) + len(second) < 6:
        return min(0.8, shared / whole)
    return min(1.0, shared / whole)


def is_slip_of(one: str, other: str) -> bool:
    """Whether one name, all its letters in a row, is the other with a slip or two in it: "STJ OHNS" is "ST JOHNS". A
    number that differs makes another name here too."""
    first, second = words_of(one, asides=False), words_of(other, asides=False)
    if _numbers_differ(first, second):
        return False
    letters = ("".join(first), "".join(second))
    return min(map(len, letters)) >= FEWEST_LETTERS and OSA.normalized_similarity(*letters) >= LIKE_NAME


def is_short_for(one: str, other: str) -> bool:
    """Whether one name is the other's initials, or its first word and initials after it: "WFSC", "Weavers F.S.C."."""
    return any(_shortens(*pair) for pair in ((one, other), (other, one)))


def _shortens(short: str, name: str) -> bool:
    words = words_of(name)
    letters = "".join(words_of(short))
    initials = _initials(words), _initials(_WORD.findall(name.casefold()))
    return len(words) > 1 and any(
        letters in (each, words[0] + each[1:], words[0] + each) and len(each) > 1 for each in initials
    )


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


def weight(word: str, common: Mapping[str, int] | None = None) -> float:
    """How much a word tells. One that two assets have tells all, one that thirty have little."""
    told = LITTLE if word in _PLAIN else 1.0
    count = (common or {}).get(word, 0)
    return max(LEAST, min(told, 1 / (1 + log2(count / 4)))) if count > 4 else told


def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name that are not plain; all of them where every word is."""
    words = tuple(dict.fromkeys(words_of(name, asides=False)))
    return tuple(word for word in words if word not in _PLAIN and len(word) > 1) or words


def _plain_words(plain: str) -> tuple[str, ...]:
    words = (_ORDINAL.sub(r"\1", word) for word in _WORD.findall(plain))
    return tuple(_SAME.get(word, word) for word in words if word not in _LEFT_OUT)


def _numbers_differ(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    one, other = ({word.lstrip("0") for word in words if word.isdigit()} for words in (first, second))
    return bool(one and other and one != other)


def _pairs(first: tuple[str, ...], second: tuple[str, ...]) -> list[tuple[str, str, float]]:
    """The words that go together, each once: equal ones first, then those with a slip."""
    left, right, found = list(first), list(second), []
    for word in first:
        if word in right:
            found.append((word, word, 1.0))
            left.remove(word)
            right.remove(word)
    close = sorted(((how, a, b) for a in left for b in right if (how := _slip(a, b))), key=lambda row: -row[0])
    for how, a, b in close:
        if a in left and b in right:
            found.append((a, b, how))
            left.remove(a)
            right.remove(b)
    return found


def _slip(one: str, other: str) -> float:
    """How much of a word another with a slip in it still is: half of what is wrong is forgiven. Nothing for another."""
    if min(len(one), len(other)) < 4 or one.isdigit() or other.isdigit() or one[0] != other[0]:
        return 0.0
    alike = float(Levenshtein.normalized_similarity(one, other))
    return (1 + alike) / 2 if alike >= LIKE_WORD else 0.0
