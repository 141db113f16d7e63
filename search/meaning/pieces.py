"""A listing's text in short pieces, so that one thing named in a long list can be found by itself. Pure.

Invariant: every word is in a piece; a piece has at most `LONGEST` words.
"""

import re

# Words: sentences are joined until they have this many, cut above that many, and then share so many with the next.
ENOUGH, LONGEST, SHARED = 18, 32, 8
_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")


def pieces(text: str) -> list[str]:
    """The pieces in their order. A short text is one piece; an empty one has none."""
    found: list[str] = []
    gathered: list[str] = []
    for sentence in _ENDS.split(text):
        gathered += sentence.split()
        while len(gathered) > LONGEST:
            found.append(" ".join(gathered[:LONGEST]))
            gathered = gathered[LONGEST - SHARED :]
        if len(gathered) >= ENOUGH:
            found.append(" ".join(gathered))
            gathered = []
    if gathered:
        found.append(" ".join(gathered))
    return found
