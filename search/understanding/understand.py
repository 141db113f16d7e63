"""What somebody typed on a visit, to a reading: a note is read as a note, a word or two as what was looked for.

Invariant: pure given its vocabulary and index words.
"""

import re
from dataclasses import replace

from search.understanding.likings import cues
from search.understanding.note import read_note
from search.understanding.read import read
from search.understanding.reading import Reading, Said
from search.understanding.spelling import IndexWords
from search.understanding.tokens import tokens
from search.vocabulary import Vocabulary

# So few words are no sentence: they are what somebody likes, said outright.
FEW = 5
# So few tell of one thing, if only what somebody is in: "new mum, doesn't know anyone with a baby".
SHORT = 16
# It was not said that company is wanted.
UNSURE = 0.4
# "No bingo" asks for none.
_REFUSING = re.compile(r"\b(?:no|nil|not|never|without|declin\w+|refus\w+)(?:\W+\w+)?\W*$|[øØ]\W*$", re.IGNORECASE)


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
    if told or found.length > SHORT:
        return found
    said = read(text, vocabulary, index or NoIndex())
    if found.length > FEW:
        company = () if _refuses(text) else _company(text, said.interests, vocabulary)
        return replace(found, interests=company)
    return replace(
        found, interests=said.interests, own=said.own, when=found.when or said.when, corrected=said.corrected
    )


def _refuses(text: str) -> bool:
    return any(kind == "dislike" for _, _, kind in cues(tuple(each.word for each in tokens(text))))


def _company(text: str, said: tuple[Said, ...], vocabulary: Vocabulary) -> tuple[Said, ...]:
    """Company for what somebody is in, said in so many words and not put right, where it was not refused."""
    told = (each for each in said if each.code in vocabulary.company and each.via != "alone" and not each.meant)
    return tuple(replace(each, sure=UNSURE) for each in told if not _REFUSING.search(text[: each.start]))
