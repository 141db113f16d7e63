"""What somebody typed on a visit, to a reading: a note is read as a note, a word or two as what was looked for.

Invariant: pure given its vocabulary and index words.
"""

from dataclasses import replace

from search.understanding.note import read_note
from search.understanding.read import read
from search.understanding.reading import Reading
from search.understanding.spelling import IndexWords
from search.vocabulary import Vocabulary

# So few words are no sentence: they are what somebody likes, said outright.
FEW = 5


class NoIndex:
    """No listings to compare spelling with: slips are put right towards the vocabulary alone."""

    def holds(self, stem: str) -> int:
        return 0

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]:
        return ()


def understand(text: str, vocabulary: Vocabulary, index: IndexWords | None = None) -> Reading:
    """The reading of a text of one to 12,000 words."""
    found = read_note(text, vocabulary)
    told = found.interests or found.not_interests or found.people or found.gifts
    if told or found.length > FEW:
        return found
    said = read(text, vocabulary, index or NoIndex())
    return replace(
        found, interests=said.interests, own=said.own, when=found.when or said.when, corrected=said.corrected
    )
