"""Signs that people take part in a listing: it meets, it has members, classes, a cup of tea, room for whoever comes.

What somebody loves is met by coming together with others, and many an organisation that names it only pays for it,
campaigns for it or looks after its building. Invariant: pure; a sign says only that the words are there.
"""

import re

# So many kinds of sign are as good as all of them: a listing of two lines may be told as well as one of two pages.
ENOUGH = 4

_SIGNS: tuple[str, ...] = (
    r"club",
    r"group",
    r"society|guild|institute|fellowship",
    r"choir|chorus|orchestra|\bbands?\b|players|ensemble|troupe",
    r"circle|\bbee\b",
    r"class(?:es)?\b|lessons?\b|courses?\b|tuition|tutor|learn to",
    r"workshop|sessions?\b|drop[- ]in",
    r"\bmeet(?:s|ings?|ups?)?\b|rehears|get[- ]togethers?|gather",
    r"weekly|fortnightly|monthly|once a (?:week|month)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    r"\bmembers?(?:hip)?\b|\bjoin(?:ing)?\b",
    r"volunteer",
    r"activit",
    r"\bsocial(?:s|ise|ising)?\b|outings?\b|\btrips?\b|\bwalks?\b",
    r"caf[eé]|coffee|\blunch|\btea\b|\bmeals?\b",
    r"welcome|open to (?:all|every|any)|for everyone|all ages|beginners",
)
_COMPILED = tuple(re.compile(sign) for sign in _SIGNS)


def signs_of_taking_part(text: str) -> int:
    """How many kinds of sign its words hold, 0 to `ENOUGH`."""
    small = text.lower()
    found = 0
    for sign in _COMPILED:
        found += sign.search(small) is not None
        if found == ENOUGH:
            break
    return found
