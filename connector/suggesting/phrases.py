"""The vocabulary's phrases as listings write them, found in a text.

Invariant: pure; no everyday words, no word of another part of speech that has the same stem ("tailored" is not
"tailors"), none of the words that never mean what they seem.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.stems import stems, words
from search.understanding.concepts import concepts
from search.understanding.tokens import tokens
from search.vocabulary import Vocabulary, stems_of_phrase, words_of_phrase

# Never what they seem in what charities write: the propagation of the Gospel, support tailored to somebody, and a
# science that is a body's trade.
NEVER = frozenset("propagation tailored tailor lighthouses science sciences scientist scientists".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """An interest's code, the words that show it, where they stand in the text, and of how many words the phrase is."""

    code: str
    words: str
    at: tuple[int, int]
    size: int


class ListingPhrases:
    """Finds what groups call their interests."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = Vocabulary(
            {code: replace(concept, everyday=(), alone=()) for code, concept in vocabulary.concepts.items()}
        )
        self._spelt: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for concept in self._vocabulary.concepts.values():
            for phrase in (concept.label, *concept.alternatives):
                self._spelt[stems_of_phrase(phrase)].update(words_of_phrase(phrase))

    def knows(self, code: str) -> bool:
        """Whether the council has this interest."""
        return code in self._vocabulary.concepts

    def of(self, text: str) -> Iterator[Phrase]:
        """Every phrase in the text, longest first where several begin together."""
        for said, span in concepts(tokens(text), text, self._vocabulary):
            plain = said.words.casefold()
            # A list is no phrase: "education, volunteering" are two things.
            if plain not in NEVER and "," not in plain and self._same_part_of_speech(plain):
                yield Phrase(said.code, said.words, (said.start, said.end), len(span))

    def _same_part_of_speech(self, said: str) -> bool:
        spelt = self._spelt[stems(said)]
        return all(word in spelt or not word.endswith("ed") for word in words(said))
