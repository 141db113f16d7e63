"""Words of a text that are not what the group does: where it meets, whom else it speaks of, what it pays for.

"Held at Oak Road Methodist Church" is no chapel life, "visits to youth clubs" no youth club, "funding motor sport" no
motor sport. Invariant: pure; looks a line back, never across the end of a sentence.
"""

import re

_BACK = 90
_CAPITALISED = re.compile(r"[A-Z]")
_WHERE = re.compile(
    r"\b(?:at|in|from|near|behind|beside|opposite|next to|based at|held at|venue|address)\s*:?\s+"
    r"(?:the\s+|our\s+)?(?:premises of\s+)?"
    r"(?:(?:[A-Z][\w'’.&-]*|of|the|and|on|upon|in)\s+){0,5}$"
)
_PAID_OR_SHUT_OUT = re.compile(
    r"\b(?:fund(?:s|ed|ing)|grants?|sponsor\w*|donat\w+|financ\w+|bursar\w+|scholarships?|money|"
    r"exclud\w+|except|former(?:ly)?|members? of)\b[^.;:]*$",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"(?:groups|clubs|associations|centres|societies|schools|organisations|councils|committees|choirs|charities|teams|"
    r"trusts|churches|troops|museums|galleries|libraries|theatres|mosques)$",
    re.IGNORECASE,
)
_TO_OTHERS = re.compile(
    r"\b(?:with|to|for|from|by|such as|other|local|schools|colleges|hospitals|between|among|amongst|umbrella|"
    r"affiliated|member|(?:support|assist|help|represent|visit)\w*|advis\w+)\b,?[^.;:]{0,40}$",
    re.IGNORECASE,
)


def is_beside_the_point(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` say something else than what the group does."""
    before = text[max(0, start - _BACK) : start]
    if _CAPITALISED.match(text, start) and _WHERE.search(before):
        return True
    if _PAID_OR_SHUT_OUT.search(before):
        return True
    return bool(_BODIES.search(text[start:end]) and _TO_OTHERS.search(before))
