"""Words and their stems, made in one place so that every engine, the vocabulary and the ranking agree.

Light on purpose: plurals, -ing and -ed go, -er stays ("older" is not "old", a "carer" is not a "car"), after the
finding in the ranking study that a harsher stemmer confuses people with things. Invariant: pure, the same text gives
the same stems always.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s)?$")
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLE = frozenset("bdgmnprt")
_KEEP = frozenset(
    """
    this his has was is us bus gas yes always perhaps christmas news chess bring sing king ring thing spring string
    morning evening wedding ceiling during something nothing anything everything lens being tennis bingo texas wales
    hens need feed weed seed breed speed red bed shed sled hundred
    """.split()
)
# Four letters with a silent e: kept whole, since "care" is not "car" and "wine" is not "win".
_SHORT_E = frozenset("bake bike game ride hike dine lace care dive wire tile vote race mime cure bone tune dye".split())
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "mice": "mouse", "geese": "goose",
    "feet": "foot", "teeth": "tooth", "knives": "knife", "lives": "life", "loaves": "loaf", "leaves": "leaf",
    "sang": "sing", "sung": "sing", "sewn": "sew", "sewed": "sew", "grew": "grow", "grown": "grow", "ran": "run",
    "swam": "swim", "made": "make", "making": "make", "maker": "make", "makers": "make", "wove": "weave",
    "woven": "weave", "rode": "ride", "ridden": "ride", "drove": "drive", "taught": "teach", "wrote": "write",
    "sew": "sew", "knew": "know", "built": "build", "dying": "die", "dyeing": "dye", "buses": "bus", "hens": "hen",
    "shelves": "shelf", "scarves": "scarf", "pennies": "penny", "gardens": "garden", "photos": "photo",
}  # fmt: skip


def fold(text: str) -> str:
    """Lower case without accents: "Café" is "cafe"."""
    folded = text.casefold().replace("’", "'")
    if folded.isascii():  # nearly always, and ten times quicker
        return folded
    # Folded again: letters of mathematics become plain capitals.
    decomposed = unicodedata.normalize("NFKD", folded).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The folded words of a text, in order: letters and digits, "husband's" as "husband"."""
    return list(filter(None, map(_folded, WORD.findall(text))))


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Each folded word with where it starts and ends in the text (characters)."""
    for found in WORD.finditer(text):
        word = _folded(found.group())
        if word:
            yield word, found.start(), found.end()


@lru_cache(maxsize=200_000)
def _folded(found: str) -> str:
    """One word as it stands in a text, folded: listings say the same words over and over."""
    return _POSSESSIVE.sub("", fold(found)).replace("'", "")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one folded word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or word in _KEEP or word.isdigit():
        return word
    word = _singular(word)
    # "Womens" and "childrens", as names are often written without their apostrophe.
    return _IRREGULAR.get(word) or _uninflected(word)


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order."""
    return tuple(map(stem, words(text)))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _uninflected(word: str) -> str:
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and word not in _KEEP and len(root) >= 3 and _VOWEL.search(root):
            return _mended(root)
    return _quiet(word)


def _mended(root: str) -> str:
    if root[-1] == root[-2] and root[-1] in _DOUBLE:
        return root[:-1]
    if root + "e" in _SHORT_E:
        return root + "e"
    if root.endswith("i"):  # "studied", not "skiing": the shorter root is a y word
        return root[:-1] + "y" if len(root) > 3 else root
    return _quiet(root)


def _quiet(word: str) -> str:
    """Without a silent e at the end, so that "bake" and "baking" meet."""
    return word[:-1] if len(word) > 4 and word.endswith("e") and not word.endswith(("ee", "ie")) else word
