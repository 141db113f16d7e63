"""Text to reading: spelling, concepts, times, and what is left.

Invariant: pure given its vocabulary and index words; the text is never kept, never logged.
"""

from collections.abc import Iterable
from dataclasses import replace

from search.stems import stem
from search.understanding.concepts import concepts
from search.understanding.fillers import FILLERS
from search.understanding.reading import OwnWord, Reading, Said
from search.understanding.spelling import IndexWords, put_right
from search.understanding.times import times
from search.understanding.tokens import Token, tokens
from search.vocabulary import Vocabulary

# In a text longer than this many words a strange word is more often a name than a slip.
FEW = 5


def read(text: str, vocabulary: Vocabulary, index: IndexWords, *, mend: bool = True) -> Reading:
    """What a text asks for; slips of the finger are put right when `mend`. 300 words take a few milliseconds."""
    when = tuple(times(text))
    typed = tokens(text)
    short = len(typed) <= FEW
    found = tuple(_mended(token, vocabulary, index, short=short) for token in typed) if mend else typed
    recognised = list(concepts(found, text, vocabulary))
    taken = {place for _, span in recognised for place in span}
    timed = {place for place, token in enumerate(found) if any(w.start <= token.start < w.end for w in when)}
    own = tuple(
        OwnWord(token.word, token.stem, token.start, token.end, token.clause)
        for place, token in enumerate(found)
        if place not in taken | timed and token.word not in FILLERS and len(token.word) > 1 and not token.word.isdigit()
    )
    corrected = tuple(
        (before.word, after.word) for before, after in zip(typed, found, strict=True) if before.word != after.word
    )
    return Reading(_once(said for said, _ in recognised), own, when, corrected, len(typed))


def _mended(token: Token, vocabulary: Vocabulary, index: IndexWords, *, short: bool) -> Token:
    if token.word in FILLERS:
        return token
    word = put_right(token.word, token.stem, vocabulary, index, towards_index=short)
    return token if word == token.word else replace(token, word=word, stem=stem(word), mended=True)


def _once(found: Iterable[Said]) -> tuple[Said, ...]:
    kept: dict[str, Said] = {}
    for said in found:
        kept.setdefault(said.code, said)
    return tuple(kept.values())
