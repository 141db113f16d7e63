"""What it costs, read only where the words are plain: free, an amount a time, or what people can give.

Invariant: pure, never guesses: everything else stays as words, and words that hold an amount are never shown as free.
"""

import re
from typing import NamedTuple

from cms.imports.text import shorten

LONGEST_WORDS = 120
_FREE = frozenset(
    "free|free of charge|no charge|no cost|free entry|free to all|free to attend|free for all|£0|£0.00|0|0.00|nil|"
    "no fee|free of cost|free admission|it is free|it's free".split("|")
)
_DONATION = frozenset(
    "donation|donations|by donation|donations welcome|pay what you can|pay what you like|pay as you feel|"
    "pay-as-you-feel|suggested donation|voluntary donation|give what you can|free, donations welcome".split("|")
)
_TIME = (
    r"(?:session|class|time|visit|week|person|adult|head|game|match|evening|afternoon|morning|meeting|"
    r"family|child|lesson|workshop|walk|swim|player)"
)
_AMOUNT = re.compile(rf"£?\s?(\d{{1,4}}(?:\.\d{{1,2}})?)(?:\s*(?:per|a|an|each|/|every)\s*{_TIME}?)?", re.IGNORECASE)
_PENCE = re.compile(rf"(\d{{1,3}})p(?:\s*(?:per|a|an|each|/)\s*{_TIME}?)?", re.IGNORECASE)


class Cost(NamedTuple):
    """`cost` is a value of `Asset.Cost`, `pence` what one time costs where that is plain."""

    cost: str = "unknown"
    pence: int | None = None
    words: str = ""


def cost_of(text: str) -> Cost:
    """Read one clean line of text, such as "Free", "£2.50 a session" or "£3, tea included"."""
    plain = text.strip(" .!").casefold()
    if not plain:
        return Cost()
    if plain in _FREE:
        return Cost("free")
    if plain in _DONATION:
        return Cost("donation", None, shorten(text, LONGEST_WORDS))
    pence = _pence(plain)
    if pence is None:
        return Cost("unknown", None, shorten(text, LONGEST_WORDS))
    if pence == 0:
        return Cost("free")
    return Cost("paid", pence, "" if _bare(plain) else shorten(text, LONGEST_WORDS))


def _pence(plain: str) -> int | None:
    if found := _PENCE.fullmatch(plain):
        return int(found[1])
    if found := _AMOUNT.fullmatch(plain):
        return round(float(found[1]) * 100)
    return None


def _bare(plain: str) -> bool:
    return not any(letter.isalpha() for letter in plain.removesuffix("p"))
