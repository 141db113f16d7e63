"""Sentences that say how much is made of what was named just before: "Buses. Knows every route."

Invariant: data and a pure look-up on folded words; an emphatic begins its sentence.
"""

from search.understanding.phrases import by_size

_EMPHATICS = by_size(
    """
    knows every, knows all, knows them all, knows the lot, knows each, can name, could name, can tell you, could tell
    you, never stops, never shuts up, never misses, cant get enough, cannot get enough, loves it, loves them, loves him,
    loves her, loves that, adores, mad on it, mad for it, daft on it, obsessed, talks of nothing, talks about nothing,
    all he talks about, all she talks about, all he wants, all she wants, his life, her life, his world, her world, has
    hundreds, got hundreds, has dozens, got dozens, has shelves of, lights up, face lights, eyes light, beams, beamed,
    grins, grinned, in his element, in her element, every day, every night, every saturday, every sunday, every week,
    day and night, morning noon and night, hours at a time, for hours, proud as, right proud, dead proud, won prizes,
    won medals, won cups, used to win, makes his day, makes her day, keeps him going, keeps her going, keeps me going,
    lives for, lived for, nothing else will do, best thing ever, thats his thing, thats her thing, thats me
    """
)


def stresses(folded: tuple[str, ...]) -> bool:
    """Whether a sentence begins by making much of what was named."""
    return any(folded[:size] in those for size, those in _EMPHATICS.items())
