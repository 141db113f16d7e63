"""Words that nothing explained: said, so that nobody thinks they were understood.

Invariant: pure; only lower-case words of what is told of the person, once each; no name, number, abbreviation or word
of care.
"""

from collections.abc import Iterable, Iterator

from search.understanding.care_words import NO_INTEREST, OFFERED, UNSAID
from search.understanding.fillers import FILLERS
from search.understanding.learned.clues import Known
from search.understanding.likings import KINDS
from search.understanding.negators import NEGATORS
from search.understanding.parts import Kind
from search.understanding.people import Owner
from search.understanding.reading import OwnWord
from search.understanding.relations import RELATIVES, WORKERS

_CUES = frozenset(word for those in KINDS.values() for phrase in those for word in phrase)
_PASSED = UNSAID | FILLERS | NO_INTEREST | OFFERED | NEGATORS | RELATIVES | WORKERS | _CUES
_HEARD = {Kind.TELLING, Kind.LIKINGS, Kind.GIFTS}


def left_over(
    known: tuple[Known, ...], owners: tuple[tuple[Owner, ...], ...], taken: Iterable[tuple[int, int]]
) -> tuple[OwnWord, ...]:
    """The words in order, each the first time it is said. `taken`: places in the text that something explained."""
    covered = {place for start, end in taken for place in range(start, end)}
    first: dict[str, OwnWord] = {}
    for each in _words(known, owners, covered):
        first.setdefault(each.word, each)
    return tuple(first.values())


def _words(known: tuple[Known, ...], owners: tuple[tuple[Owner, ...], ...], covered: set[int]) -> Iterator[OwnWord]:
    for number, each in enumerate(known):
        sentence = each.sentence
        if sentence.part.kind not in _HEARD or sentence.asked:
            continue
        for place, word in enumerate(sentence.words):
            if place in each.barred or place in each.spent or owners[number][place].who or word.start in covered:
                continue
            if word.raw.islower() and word.word.isalpha() and len(word.word) > 2 and word.word not in _PASSED:
                yield OwnWord(word.word, word.stem, word.start, word.end, number)
