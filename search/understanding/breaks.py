"""Whether a note says that somebody who cares for the person needs a break, and how that somebody is called.

Invariant: pure; a break counts only where a relative or a carer is named beside it, and never where the person is the
one who cares. "him", "her" or "them"; nothing where nobody is named.
"""

import re
from collections.abc import Iterator

_BREAK = re.compile(
    r"(?<!coffee )(?<!tea )(?<!lunch )(?<!school )(?<!holiday )\b(?:breaks?(?!-in| (?:up|down)\b)|respite|breather|"
    r"(?:an hour|a few hours|time|an afternoon|a morning) to (?:him|her|them)sel\w+|a rest)\b",
    re.IGNORECASE,
)
_WHO = {
    "him": "husband dad father son grandson brother",
    "her": "wife mum mam mother daughter granddaughter sister niece",
    "them": "partner carer family parents neighbour",
}
_NAMED = {word: said for said, words in _WHO.items() for word in words.split()}
_CALLED = re.compile(rf"\b(?P<who>{'|'.join(_NAMED)})\b", re.IGNORECASE)
# The person is the one who cares: the break would be hers, and somebody else has to be there.
_CARES = re.compile(
    r"\b(?:(?:cares?|caring|carer) for|looks? after|looking after|full[- ]time carer (?:to|of|for))\s+(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
# As near as this to the break a relative is the one who needs it (characters, about a sentence).
NEAR = 90


def carers_break(text: str) -> str:
    """For whom a break is wanted: "him", "her", "them", or "" where none is."""
    return next(_wanted(text), "")


def _wanted(text: str) -> Iterator[str]:
    for found in _BREAK.finditer(text):
        start = max(0, found.start() - NEAR)
        around = text[start : found.end() + NEAR // 3]
        named = [each for each in _CALLED.finditer(around) if not _CARES.search(around[: each.start()])]
        if any(_CARES.search(around[: each.start()]) for each in _CALLED.finditer(around)):
            continue
        before = [each for each in named if start + each.start() < found.start()]
        if before or named:
            yield _NAMED[(before[-1] if before else named[0])["who"].lower()]
