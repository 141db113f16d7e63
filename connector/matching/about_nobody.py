"""What a short line about a group must not hold: a title with a name, a telephone number, a house number with a street.

Invariant: pure. These marks are looked for and nothing else: a name without a title ("at Maureen's") passes, for halls
and groups are called after people. So do Sir, Dame, Sister, Nurse and Matron, with which the names of many begin.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from search.understanding.names import ROADS, TITLES

NAME: Final = "Leave out who it is: no Mr, Mrs or Dr and a name. Say what the group or the place is called."
NUMBER: Final = "Leave out telephone and other long numbers. A connector finds out how to reach the group."
HOUSE: Final = "Leave out the number of the house: the hall or the street will do."

_TITLED: Final = TITLES - {"sir", "dame", "sister", "nurse", "matron"}
# In small letters too. MS is an illness, and "miss" something that people do.
_ANY_CASE: Final = frozenset({"mr", "mrs", "dr"})
_WORD: Final = re.compile(r"[^\W\d_][\w'’]*")
_DATE: Final = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_LONG_NUMBER: Final = re.compile(
    r"(?<!\d)(?:(?:\+44[ ()0-]*|0)[123578](?:[ ()./-]*\d){8,9}|\d{3} \d{4}|\d{3}[ -]\d{3}[ -]\d{4}|\d{6,})(?!\d)"
)
_FLAT: Final = re.compile(r"\bflat \d", re.IGNORECASE)
_HOUSE: Final = re.compile(r"(?<![\w:.£/])\d{1,4}[a-z]?,? ((?:[^\W\d_][\w'’.]* ?){2,4})", re.IGNORECASE)
# Street words that are hardly ever anything else; the others need their capitals.
_PLAIN_ROADS: Final = frozenset("street st road rd lane ln avenue ave crescent cres drive dr terrace terr".split())
# No street's name has one of these: the number before it counts something else.
_NO_STREET: Final = frozenset(
    """
    am pm at on in to till until and or the of every from by near for a an week weeks day days hour hours minutes mins
    mile miles people doors mondays tuesdays wednesdays thursdays fridays saturdays sundays
    """.split()
)
_RANGE: Final = re.compile(r"(?:[-–]|\b(?:to|till|until)) ?$", re.IGNORECASE)


def names_somebody(text: str, *, times: bool = False) -> str:
    """What to leave out, as a sentence; "" where there is nothing. `times`: a number that ends a span ("2 to 4 Church
    Street") is one of the clock, and no house."""
    text = " ".join(text.split())
    if any(_titled(text)):
        return NAME
    if _LONG_NUMBER.search(_DATE.sub(";", text)):
        return NUMBER
    houses = (found for found in _HOUSE.finditer(text) if not (times and _RANGE.search(text[: found.start()])))
    return HOUSE if _FLAT.search(text) or any(_street(found[1].split()) for found in houses) else ""


def _titled(text: str) -> Iterator[bool]:
    """For each word with another behind it: whether it is a title, and that one a name."""
    for this, behind in pairwise(_WORD.finditer(text)):
        word, close = this[0], text[this.end() : behind.start()] in {" ", ". ", "."}
        known = word.lower() in _ANY_CASE or (word.lower() in _TITLED and word.istitle() and behind[0][0].isupper())
        yield known and close


def _street(words: list[str]) -> bool:
    """Whether the words behind a number name a street: "Mill Lane", "Long Mill Lane"."""
    for before, word in pairwise(words):
        if before.lower() in _NO_STREET:
            return False
        low = word.lower().rstrip(".")
        if low in _PLAIN_ROADS or (low in ROADS and word[0].isupper() and before[0].isupper()):
            return True
    return False
