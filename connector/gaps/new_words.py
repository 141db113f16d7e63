"""Which words of a note may be offered to the vocabulary: plain small words that nothing explained. Pure.

Invariant: never a word that stands with a capital or a figure anywhere in the text or beside one; never a name, a
place, a part of an address, an illness or a word of care. What is in doubt is left out: a word that is really missing
comes again. Only what somebody is said to do or to love is looked at.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from connector.gaps.people_names import NAMES
from search.understanding.care_words import UNSAID
from search.understanding.illness import is_illness
from search.understanding.names import STREETS, TITLES
from search.understanding.relations import RELATIVES

MOST: Final = 20
# Of a long transcript so many are looked for in its words, which takes a while for each.
LOOKED_FOR: Final = 200
SHORTEST: Final = 4
LONGEST: Final = 24
_TOKEN: Final = re.compile(r"[^\s,;:!?()\[\]\"“”]+")
_PLAIN: Final = re.compile(r"[a-z]+")
# After these somebody or somewhere is named, capital or not.
_NAMING: Final = frozenset(
    """
    called named name names surname nickname known aka at near in to from off behind opposite with lives live living
    moved address postcode flat number no nhs dob born ring rang email by + @ ? diagnosed diagnosis has had having
    suffers suffering hx pmh takes taking prescribed on
    """.split()
)
# Only what follows one of these, in the same breath, may be something that somebody does or loves.
_DOING: Final = frozenset(
    """
    love loves loved loving like likes liked enjoy enjoys enjoyed enjoying adore adores adored does do did doing make
    makes made making play plays played playing miss misses missed mad keen fond into learn learns learnt learning
    teach teaches taught try tries tried fancies fancy fancied hobby hobbies interest interests interested passionate
    passion favourite collects collected collecting collect used good wants would joined joining started
    """.split()
)
_BREATH: Final = 4
IsPlace = Callable[[str], bool]


def worth_offering(text: str, not_understood: Iterable[str], is_place: IsPlace) -> list[str]:
    """The words of `not_understood` that may be offered, each once, twenty at most: of the first two hundred
    that could be. `is_place`: whether a word is the
    name of a place or a street of its own."""
    tokens = _TOKEN.findall(text)
    likely = (word for word in dict.fromkeys(not_understood) if _likely(word))
    return list(islice(_worth(tokens, islice(likely, LOOKED_FOR), is_place), MOST))


def _likely(word: str) -> bool:
    return _plain(word) and not (_known(word) or _known(word.removesuffix("s")))


def _worth(tokens: list[str], words: Iterable[str], is_place: IsPlace) -> Iterator[str]:
    stands: defaultdict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        stands[token.lower()].append(at)
    for word in words:
        places = [at for low, those in stands.items() if word in low for at in those]
        if places and all(_said_plainly(tokens, at, word) for at in places) and not is_place(word):
            yield word


def _plain(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and _PLAIN.fullmatch(word) is not None


def _known(word: str) -> bool:
    return word in NAMES or word in UNSAID or word in STREETS or word in RELATIVES or is_illness(word)


def _said_plainly(tokens: list[str], at: int, word: str) -> bool:
    """The word alone, in small letters, and nothing beside it that makes it a name or an address."""
    token = tokens[at].strip(".-'’")
    before = tokens[at - 1] if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if token != word:
        return False
    begins, ends = not before or before.endswith("."), tokens[at].endswith(".")
    return _is_done(tokens, at) and (begins or not (_names(before) or _marks(before))) and (ends or not _marks(after))


def _is_done(tokens: list[str], at: int) -> bool:
    """Whether the words just before, back to a full stop, say that somebody does or loves it."""
    for token in reversed(tokens[max(0, at - _BREATH) : at]):
        if token.endswith("."):
            return False
        if token.lower().strip("'’") in _DOING:
            return True
    return False


def _names(before: str) -> bool:
    low = before.lower().strip(".'’")
    return low in _NAMING or low in TITLES or low in RELATIVES or low in NAMES


def _marks(beside: str) -> bool:
    """Whether a token beside it makes it part of a name, an address or a number."""
    low = beside.lower().strip(".'’")
    if low in _DOING:
        return False
    shown = any(sign.isdigit() for sign in beside) or (beside[:1].isupper() and beside != "I")
    return shown or low in STREETS or low in NAMES
