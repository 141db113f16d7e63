"""A fair turn for small groups among equals: a little more on some days, so that the bigger one does not get everybody.

Invariant: pure and bounded: below `MOST`, so that only near-equals change places. The same listing and day give the
same turn on every engine and in every process, so that anybody can work it out again.
"""

from hashlib import sha256
from typing import Final

from search.types import CandidateFeatures

# On the scale of `search.going.POINTS`: less than what sets two answers apart in any way that a person would notice.
MOST: Final = 0.08
# A group with as many people is small; where nobody has said, one that meets once a week.
PEOPLE, SLOTS = 15, 2
_KINDS = frozenset({"group", "activity"})
_NO_ROOM = frozenset({"full", "waiting", "paused"})


def turn(candidate: CandidateFeatures, today: int) -> float:
    """What a listing gets on a day (days since 1970): 0 up to `MOST` for a small group that can welcome somebody."""
    if candidate.kind not in _KINDS or candidate.room in _NO_ROOM or not is_small(candidate):
        return 0.0
    drawn = int.from_bytes(sha256(f"{today}:{candidate.asset_id}".encode()).digest()[:8], "big")
    return MOST * drawn / 2**64


def is_small(candidate: CandidateFeatures) -> bool:
    """Whether few people come, or, where that is not known, whether it meets once a week."""
    if candidate.size is not None:
        return candidate.size <= PEOPLE
    return 0 < len(candidate.slots) <= SLOTS
