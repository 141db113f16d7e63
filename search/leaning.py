"""Which way a note leans: home, online, something to do and not a room to walk into, company, money, a carer's break.

Invariant: pure; read from what was understood of the note, so that what a worker takes off is in no leaning.
"""

import re
from collections.abc import Mapping
from typing import Final

from search.types import DAYS, PARTS
from search.understanding.reading import Reading

LEANINGS: Final[Mapping[str, str]] = {
    "Rarely leaves home": "home",
    "Comes to the home": "home",
    "Online first": "online",
    "Not one for groups": "role",
    "Prefers their own company": "role",
    "One to one, or side by side": "few",
    "Crowds are hard": "few",
    "Small groups": "few",
    "Would know nobody there": "met",
    "Not on their own": "met",
    "Money is tight": "free",
    "No money for fares": "free",
    "Women only": "women",
    "Men only": "men",
    "Not in the dark": "day",
}
"""What was heard -> which way it leans (see `search.going`)."""
_SHE: Final = re.compile(r"\b(?:she|her|hers|mrs|miss|ms|lady|woman|girl|mum)\b", re.IGNORECASE)
_HE: Final = re.compile(r"\b(?:he|his|him|mr|gentleman|man|lad|boy|dad)\b", re.IGNORECASE)
BY_DAY: Final = frozenset(f"{day}-{part}" for day in DAYS for part in PARTS[:2])


def leanings(reading: Reading) -> frozenset[str]:
    """Names of `search.going.LEANS`."""
    heard = (*reading.access, *reading.company, *reading.travel)
    return frozenset(LEANINGS[each.label] for each in heard if each.label in LEANINGS)


def pronoun(text: str) -> str:
    """ "she" or "he" where a text says one of them at least twice as often as the other, else ""."""
    she, he = (len(found.findall(text)) for found in (_SHE, _HE))
    return "she" if she > 2 * he else "he" if he > 2 * she else ""


def free_slots(reading: Reading) -> frozenset[str]:
    """The weekly slots that the note says they are free: any that it names, less what a limit leaves out ("not
    Fridays"); by day only where they will not go out in the dark. Limits that leave nothing of it are not kept."""
    named = [when.slots for when in reading.when if not when.limit and when.slots]
    limits = [when.slots for when in reading.when if when.limit and when.slots]
    spoken = frozenset[str]().union(*named)
    if limits:
        left = frozenset.intersection(*limits)
        spoken = (spoken & left or spoken) if spoken else left
    if any(each.label == "Not in the dark" for each in reading.travel):
        return spoken & BY_DAY or BY_DAY
    return spoken
