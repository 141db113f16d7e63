"""What is said behind the thing that is loved: "Puddles make his day", "The choir is what keeps her going".

Invariant: data and a pure look-up on folded words.
"""

from search.understanding.phrases import by_size

_HIGHLIGHTS = by_size(
    """
    is the highlight, is her highlight, is his highlight, is the best bit, is the best part, is what gets, is what
    keeps,
    keeps her going, keeps him going, keeps me going, keeps me sane, keeps her sane, keeps him sane, makes his day,
    makes
    her day, made his day, made her day, makes her smile, makes him smile, makes her laugh, makes him laugh, make his
    day, make her day, make me smile, make her smile, make him smile, keep her going, keep him going, cheer her
    up, cheer him up, cheers her
    up, cheers him up, calms her, calms him, soothes him, soothes her, settles him, settles her, gets her out of bed,
    gets him out of bed, gets me out of bed, is her thing, is his thing, is my thing, is her world, is his world, is my
    world, is his life, is her life, is my life, is her happy place, is his happy place, is my happy place, is
    everything
    to her, is everything to him, is in her blood, is in his blood, is in my blood, runs in her veins, runs in his veins
    """
)
# How many words may stand between the thing and what is said of it.
_WITHIN = 8


def is_highlight(folded: tuple[str, ...], end: int) -> bool:
    """Whether such words follow what ends at `end`, at most eight words behind it."""
    return highlight_at(folded[end : end + _WITHIN]) is not None


def highlight_at(folded: tuple[str, ...]) -> int | None:
    """Where such words first stand."""
    places = range(len(folded))
    return next(
        (at for at in places if any(folded[at : at + size] in those for size, those in _HIGHLIGHTS.items())), None
    )
