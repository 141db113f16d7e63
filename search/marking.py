"""The words that somebody said, where they stand in the text of an answer.

Invariant: pure, and from the text as it is shown: whichever engine answered, the same words are marked, and the pieces
put together again are the text, letter by letter. Words that the vocabulary added are not marked: nobody said them.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from cms.cards import Segment
from search.stems import spans, stem, stems
from search.understanding.reading import Reading

Phrase = tuple[str, ...]
LONGEST_EXCERPT: Final = 180
_LEAD: Final = 50
_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s|$)[^.!?\n]*)*[.!?]*")


def said_in(reading: Reading) -> frozenset[Phrase]:
    """The words of a question that were looked for, as stems: one alone, or several side by side."""
    own = {(word.stem,) for word in reading.own}
    spoken = {stems(said.spoken) for said in reading.interests if said.words}
    return frozenset(phrase for phrase in own | spoken if phrase)


def marked(text: str, phrases: Collection[Phrase]) -> tuple[Segment, ...]:
    """The text in pieces, what was said apart. Without any of it that is one piece, or none where the text is empty."""
    pieces, done = [], 0
    for start, end in _places(text, phrases):
        pieces += [Segment(text[done:start]), Segment(text[start:end], said=True)]
        done = end
    pieces.append(Segment(text[done:]))
    return tuple(piece for piece in pieces if piece.text)


def excerpt(text: str, phrases: Collection[Phrase]) -> tuple[Segment, ...]:
    """The sentence of a longer text in which most of the words stand, the first of several, cut to what a line or two
    holds. Nothing where none of them does."""
    best: tuple[int, str] = (0, "")
    for found in _SENTENCE.finditer(text):
        count = sum(1 for _ in _places(found.group(), phrases))
        if count > best[0]:
            best = (count, found.group().strip())
    return marked(_cut(best[1], phrases), phrases) if best[0] else ()


def is_marked(pieces: Collection[Segment]) -> bool:
    return any(piece.said for piece in pieces)


def _places(text: str, phrases: Collection[Phrase]) -> Iterator[tuple[int, int]]:
    """Where words that were said begin and end, first to last, none inside another."""
    if not phrases:
        return
    words = [(stem(word), start, end) for word, start, end in spans(text)]
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    here = 0
    while here < len(words):
        told = next((p for p in longest_first if tuple(w[0] for w in words[here : here + len(p)]) == p), None)
        if told is None:
            here += 1
            continue
        yield words[here][1], words[here + len(told) - 1][2]
        here += len(told)


def _cut(sentence: str, phrases: Collection[Phrase]) -> str:
    """At most `LONGEST_EXCERPT` letters with the first of the words among them, whole words, dots where it goes on."""
    if len(sentence) <= LONGEST_EXCERPT:
        return sentence
    first, end = next(_places(sentence, phrases))
    start = sentence.rfind(" ", 0, first - _LEAD) + 1 if first > _LEAD else 0
    stop = max(end, start + LONGEST_EXCERPT)
    if stop < len(sentence):
        stop = max(end, sentence.rfind(" ", start, stop))
    return f"{'… ' if start else ''}{sentence[start:stop].rstrip()}{' …' if stop < len(sentence) else ''}"
