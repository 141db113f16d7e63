"""Concepts in a text: longest phrase first, by stems, never across the end of a sentence, never what is refused.

Invariant: a word shows at most one phrase; the words given are the shortest that showed it.
"""

from collections.abc import Iterator

from search.understanding.alone import stands_alone
from search.understanding.reading import Said
from search.understanding.tokens import Token
from search.vocabulary import Vocabulary

_REFUSALS = (
    ("hate",), ("hates",), ("hated",), ("dislikes",), ("loathes",), ("not", "keen"), ("never", "liked"),
    ("cant", "stand"), ("cannot", "stand"), ("not", "interested"), ("doesnt", "like"), ("doesnt", "want"),
    ("dont", "like"), ("didnt", "like"), ("not", "into"), ("no", "interest"), ("never", "been", "one", "for"),
    ("not", "one", "for"),
)  # fmt: skip
# How many words after a refusal it still reaches, within its clause.
REACH = 6


def concepts(found: tuple[Token, ...], text: str, vocabulary: Vocabulary) -> Iterator[tuple[Said, range]]:
    """Each recognised concept with the positions of its tokens. One phrase may stand for two concepts."""
    place = 0
    while place < len(found):
        size = _longest_at(found, place, vocabulary)
        if size == 0:
            place += 1
            continue
        span = range(place, place + size)
        if not _refused(found, place):
            yield from ((said, span) for said in _said(found, span, text, vocabulary))
        place += size


def _longest_at(found: tuple[Token, ...], place: int, vocabulary: Vocabulary) -> int:
    most = min(vocabulary.longest, len(found) - place)
    for size in range(most, 0, -1):
        if found[place + size - 1].sentence != found[place].sentence:
            continue
        entries = vocabulary.entries.get(tuple(token.stem for token in found[place : place + size]), ())
        if any(entry.via != "alone" for entry in entries) or (entries and stands_alone(found, place, size)):
            return size
    return 0


def _said(found: tuple[Token, ...], span: range, text: str, vocabulary: Vocabulary) -> Iterator[Said]:
    first, last = found[span.start], found[span.stop - 1]
    words = text[first.start : last.end]
    spelt = " ".join(token.word for token in found[span.start : span.stop])
    meant = spelt if any(token.mended for token in found[span.start : span.stop]) else ""
    key = tuple(token.stem for token in found[span.start : span.stop])
    entries = vocabulary.entries[key]
    firm = [entry for entry in entries if entry.via != "alone"]
    for entry in firm or entries:
        yield Said(
            code=entry.code,
            label=vocabulary.concepts[entry.code].label,
            words=words,
            start=first.start,
            end=last.end,
            via=entry.via,
            clause=first.clause,
            meant=meant,
        )


def _refused(found: tuple[Token, ...], place: int) -> bool:
    clause = found[place].clause
    before = [token.word for token in found[max(0, place - REACH) : place] if token.clause == clause]
    return any(_holds(before, refusal) for refusal in _REFUSALS)


def _holds(words: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(words[at : at + size]) == phrase for at in range(len(words) - size + 1))
