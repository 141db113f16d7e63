"""Whether something that counts is in the past: "used to be a joiner", "sang as a girl", "before the fall".

Invariant: pure, on folded words. A past love, trade or gift is an interest, and is marked.
"""

from search.understanding.phrases import phrases
from search.understanding.sentences import Word

_BEFORE = """
used to, was a, was an, were a, were an, retired, ex, former, formerly, previously, worked, misses, missed, miss, no
longer, had to give up, gave up, before, loved, enjoyed, went to, sang, played, danced, ran, had, did, was, were,
made, built, kept, taught, led, won, grew, bred, drove, raced, been a, in his day, in her day, was in, stopped, years,
cannot, cant, not been, served, came over
"""
_BEHIND = """
as a girl, as a boy, as a lad, as a lass, as a child, as a young, years ago, in his day, in her day, in my day, in the
war, until, till, before, all her life, all his life, all my life, any more, anymore, back home, back in, when he was,
when she was, when i was, once
"""
_SIZED_BEFORE = phrases(_BEFORE)
_SIZED_BEHIND = phrases(_BEHIND)
REACH = 8


def is_past(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether the clause around `start` to `end` tells of former days."""
    clause = words[start].clause
    before = tuple(word.word for word in words[max(0, start - REACH) : start] if word.clause >= clause - 1)
    behind = tuple(word.word for word in words[end : end + REACH] if word.clause <= clause + 1)
    return _holds(before, _SIZED_BEFORE) or _holds(behind, _SIZED_BEHIND)


def _holds(words: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(
        words[place : place + size] in phrases for size in (1, 2, 3, 4) for place in range(len(words) - size + 1)
    )
