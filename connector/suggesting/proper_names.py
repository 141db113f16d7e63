"""Words that belong to a name and mean nothing by themselves: of a town, a street, a football club.

Covent Garden is no garden, Golf Road no golf, and Leith Athletic plays football. Invariant: pure, given a way to ask
whether a name is a place.
"""

import re
from collections.abc import Callable

IsPlace = Callable[[str], bool]

_BEFORE = re.compile(r"([A-Z][\w'’-]*) $")
_AFTER = re.compile(r" ([A-Z][\w'’-]*)")
_STREET = re.compile(r"\s+(?:Road|Street|Lane|Avenue|Drive|Close|Crescent|Terrace|Grove|Way|Hill|Row|Rd|St)\b")
# Names of towns that are things to do as well; what follows tells which.
_TOWNS = {"rugby": re.compile(r"\s+(?:clubs?|league|union|football|team|tag|touch|u?fc|sevens|and)\b|,", re.IGNORECASE)}
# Words of names that mean something else beside others.
_ELSE_IN_NAMES = {
    "athletic": re.compile(r"football|\ba?\.?f\.?c\b|rangers|united", re.IGNORECASE),
    "lighthouse": re.compile(r"^(?!.*(?:museum|preserv|keeper|harbour|heritage|lightship))", re.IGNORECASE | re.DOTALL),
    "allotment": re.compile(r"fuel|poor|relief|church|charit|gravel|turf|land", re.IGNORECASE),
    "playground": re.compile(r"purposes|trust|charity", re.IGNORECASE),
    "football": re.compile(r"benevolent|\bfoundation$", re.IGNORECASE),
    "management committee": re.compile(""),
    "rivers trust": re.compile(r"rotary|lions", re.IGNORECASE),
}


def in_a_place_name(text: str, start: int, end: int, is_place: IsPlace) -> bool:
    """Whether the words from `start` to `end` are part of the name of a town, a village or a street."""
    words = text[start:end]
    if not words[:1].isupper():
        return False
    if _STREET.match(text, end):
        return True
    if (goes_on := _TOWNS.get(words.casefold())) is not None and not goes_on.match(text, end):
        return True
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text, end)
    around = [f"{before[1]} {words}"] if before else []
    around += [f"{words} {after[1]}"] if after else []
    around += [f"{before[1]} {words} {after[1]}"] if before and after else []
    return any(map(is_place, around))


def means_something_else(name: str, words: str) -> bool:
    """Whether a word of a listing's name means something else there. `words` as they stand in the name."""
    plain = words.casefold()
    pattern = _ELSE_IN_NAMES.get(plain) or _ELSE_IN_NAMES.get(plain.removesuffix("s"))
    return bool(pattern and pattern.search(name))
