"""The names of days, months and holidays as people write them, misspelt ones included.

Invariant: a misspelling is taken for a day only where it can be one day alone and is no word of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from cms.schedule.names import DAY_NAMES, MONTH_NAMES
from cms.schedule.rhythm import WEEKDAYS

_SHORT: Final = ("mon mo llun", "tue tues tu teus", "wed weds we wedn wednes", "thu thur thurs th thr thrs",
                 "fri fr", "sat sa satur", "sun su")  # fmt: skip
DAYS: Final[dict[str, str]] = {
    name: code
    for code, full, short in zip(WEEKDAYS, DAY_NAMES, _SHORT, strict=True)
    for name in (full.casefold(), *short.split())
}
MONTHS: Final[dict[str, int]] = {
    name: number for number, full in enumerate(MONTH_NAMES, start=1) for name in (full.casefold(), full[:3].casefold())
} | {"sept": 9}
ORDINALS: Final = {
    "1st": 1,
    "first": 1,
    "2nd": 2,
    "second": 2,
    "3rd": 3,
    "third": 3,
    "4th": 4,
    "fourth": 4,
    "5th": 5,
    "fifth": 5,
    "last": -1,
    "final": -1,
}
_NO_DAYS: Final = frozenset(
    "midday today someday holiday birthday weekday everyday workday payday heyday funday doomsday birthdays holidays "
    "weekdays middays fundays monthly sundry surday".split()
)
_LIKE: Final = re.compile(r"[a-z]{5,11}")


@lru_cache(maxsize=4096)
def day_of(word: str) -> str | None:
    """The code of the day that a word names, in one or many: "mondays", "weds", "wednseday"."""
    for name in (word, word.removesuffix("s"), word.removesuffix("'s")):
        if name in DAYS and (name == word or len(name) > 2):
            return DAYS[name]
    if word in _NO_DAYS or not _LIKE.fullmatch(word):
        return None
    return _misspelt(word)


def _misspelt(word: str) -> str | None:
    one = word.removesuffix("s") if word.endswith("ys") else word
    if not (one.endswith(("day", "dy", "ay", "dya", "aday")) and one[0] in "mtwfshe"):
        return None
    near = sorted((OSA.distance(one, name.casefold()), code) for name, code in zip(DAY_NAMES, WEEKDAYS, strict=True))
    allowed = 1 if len(one) <= 6 else 2
    (best, code), (next_best, _) = near[0], near[1]
    return code if best <= allowed and best < next_best else None
