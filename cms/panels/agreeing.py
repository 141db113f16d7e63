"""What two assets agree in, and what speaks against their being one, in words.

Invariant: every name of a fact has its words.
"""

from collections.abc import Iterable, Mapping
from typing import Final

SAYINGS: Final[Mapping[str, str]] = {
    "name": "nearly the same name",
    "phone": "the same telephone",
    "website": "the same website",
    "words": "the same description",
    "times": "the same day and time",
    "postcode": "the same postcode",
    "near": "next door on the map",
    "sector": "the same part of town",
    "organisation": "the same organisation",
}
DOUBTS: Final[Mapping[str, str]] = {
    "kind": "one is a place",
    "times": "other days or times",
    "website": "another website",
    "far": "far apart",
    "elsewhere": "another street",
    "words": "described in other words",
    "what": "other things, in their own words",
}


def say_agreement(agrees: Iterable[str], differs: Iterable[str]) -> str:
    """ "nearly the same name, the same telephone; but far apart"."""
    said = ", ".join(SAYINGS[each] for each in agrees)
    doubts = " and ".join(DOUBTS[each] for each in differs)
    return f"{said}; but {doubts}" if doubts else said
