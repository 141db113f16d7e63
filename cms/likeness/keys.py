"""Keys under which likely duplicates meet, so that 100,000 assets are never compared each with each.

Invariant: pure; two assets that can score as likely share a key, unless all that they share is what half the town has.
"""

from collections.abc import Iterable
from hashlib import blake2b
from math import floor
from typing import Final

from cms.likeness.facts import Facts
from cms.likeness.names import telling_words, words_of
from cms.likeness.score import LONG_WORDS, MOST_LETTERS, NEAR_METRES

MOST_SHARING: Final = 60
"""A key that more assets have brings nobody together."""
MOST_WORDS: Final = 6
NOWHERE: Final = "-"
CELLS_A_DEGREE: Final = 40
"""Points are put into cells of about 2 miles by 1; one near an edge is in both, so that neighbours always meet."""
EDGE_DEGREES: Final = NEAR_METRES / 60_000


def keys_of(facts: Facts) -> frozenset[int]:
    """Its keys, each a whole number below 2^63 that any database keeps."""
    return frozenset(map(_number, _texts(facts)))


def telling_keys(facts: Facts) -> dict[str, tuple[int, ...]]:
    """Each word of its name, telephone number and page -> its keys, a word's one a spot: by how many assets share them
    one sees how common it is."""
    spots = _spots(facts)
    words = {word: tuple(_number(_word(word, spot)) for spot in spots) for word in _words(facts)}
    phones = {each: (_number(f"phone {each}"),) for each in facts.phones}
    return words | phones | {each: (_number(f"website {each}"),) for each in facts.websites}


def _texts(facts: Facts) -> Iterable[str]:
    name = " ".join(sorted(set(words_of(facts.name, asides=False))))
    words = _words(facts)
    for spot in _spots(facts):
        yield f"name {name} {spot}"
        yield from (_word(word, spot) for word in words)
    yield f"name {name}"
    yield from (f"phone {each}" for each in facts.phones)
    yield from (f"website {each}" for each in facts.websites)
    if len(facts.words) >= LONG_WORDS:
        yield f"words {facts.words[:MOST_LETTERS]}"


def _spots(facts: Facts) -> list[str]:
    """Where it is to be met: its districts, the cells of its points, its organisation; nowhere without any of them."""
    cells = {
        f"{floor((lat + up) * CELLS_A_DEGREE)} {floor((lon + along) * CELLS_A_DEGREE)}"
        for lat, lon in facts.points
        for up in (-EDGE_DEGREES, EDGE_DEGREES)
        for along in (-EDGE_DEGREES, EDGE_DEGREES)
    }
    organisation = () if facts.organisation is None else (f"of {facts.organisation}",)
    return [*sorted(facts.districts), *sorted(cells), *organisation] or [NOWHERE]


def _words(facts: Facts) -> tuple[str, ...]:
    words = sorted(telling_words(facts.name), key=lambda word: (-len(word), word))
    return tuple(words[:MOST_WORDS])


def _word(word: str, spot: str) -> str:
    return f"word {word} {spot}"


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1
