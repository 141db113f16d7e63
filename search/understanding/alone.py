"""When a word that is too common for a sentence counts all the same: by itself, as a liking, or with its group.

"Dance" typed in a box is dancing; "the dance of the seasons" is not. Invariant: pure.
"""

from search.understanding.fillers import FILLERS
from search.understanding.tokens import Token

_LIKING = frozenset(
    "love loves loved loving like likes liked enjoy enjoys enjoyed into keen fond mad miss misses missed interested "
    "passionate enthusiastic adores adored good brilliant".split()
)
_GATHERINGS = frozenset(
    "group groups club clubs class classes lesson lessons session sessions circle society practice night".split()
)
# How many words may stand between the liking and the thing: "loves her books".
BETWEEN = 3


def stands_alone(found: tuple[Token, ...], place: int, size: int) -> bool:
    """Whether the phrase of `size` tokens from `place` is all that its clause says, is liked, or names a gathering."""
    clause = [at for at, token in enumerate(found) if token.clause == found[place].clause]
    others = [at for at in clause if not place <= at < place + size and found[at].word not in FILLERS]
    if all(found[at].word in _GATHERINGS for at in others):
        return True
    before = [found[at].word for at in clause if place - BETWEEN <= at < place]
    return any(word in _LIKING for word in before)
