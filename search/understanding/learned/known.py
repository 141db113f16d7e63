"""A text as sentences with all that the rules know of each: whose its words are, names, mentions, what stands above it.

Invariant: pure given the vocabulary; in the order of the text; a heading reigns until the next piece of paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from search.understanding.abbreviations import Abbreviation, abbreviations
from search.understanding.cast import cast_of
from search.understanding.learned.clues import SPENT, Known, beside, heading_of
from search.understanding.mentions import mentions
from search.understanding.names import names
from search.understanding.parts import Kind
from search.understanding.people import PERSON, WORKER, Owner, owners
from search.understanding.sentences import Sentence, paper, sentences
from search.understanding.slips import put_slips_right
from search.understanding.structure import structure
from search.vocabulary import Vocabulary

NOBODYS = "S"


@dataclass(frozen=True, slots=True)
class Told:
    """A text on its way to a reading. `known[n]` is of `sentences[n]`, `owners[n]` of its words; paper has none."""

    text: str
    known: tuple[Known, ...]
    owners: tuple[tuple[Owner, ...], ...]
    short: tuple[Abbreviation, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(each.sentence for each in self.known)

    @property
    def heard(self) -> tuple[Sentence, ...]:
        """The sentences that are no paper."""
        return tuple(each.sentence for each in self.known if each.tells)


def told(text: str, vocabulary: Vocabulary) -> Told:
    """The sentences of a text, those of its paper too."""
    parts = structure(text)
    heard = tuple(put_slips_right(each, vocabulary) for each in sentences(text, parts))
    whose = dict(zip(map(_place, heard), owners(heard, cast_of(text, parts)), strict=True))
    found = sorted((*heard, *paper(text, parts)), key=_place)
    short = abbreviations(text)
    owned = tuple(whose.get(_place(sentence), ()) for sentence in found)
    return Told(text, tuple(_known(found, owned, short, vocabulary)), owned, short)


def _place(sentence: Sentence) -> int:
    return sentence.words[0].start


def _known(
    found: list[Sentence],
    owned: tuple[tuple[Owner, ...], ...],
    short: tuple[Abbreviation, ...],
    vocabulary: Vocabulary,
) -> Iterator[Known]:
    kinds = {place: each.kind for each in short for place in range(each.start, each.end)}
    heading: tuple[str, ...] = ()
    for number, (sentence, owner) in enumerate(zip(found, owned, strict=True)):
        named = names(sentence)
        here = {at: kinds[word.start] for at, word in enumerate(sentence.words) if word.start in kinds}
        barred = named | {at for at, kind in here.items() if kind in SPENT}
        whose = "".join(map(_letter, owner)) or NOBODYS * len(sentence.words)
        yield Known(
            sentence, whose, named, mentions(sentence, vocabulary, barred), here, heading, _beside(found, number)
        )
        if sentence.part.kind is Kind.SILENT:
            heading = heading_of(sentence, named)


def _beside(found: list[Sentence], number: int) -> tuple[str, ...]:
    before = found[number - 1] if number else None
    after = found[number + 1] if number + 1 < len(found) else None
    return beside(before, after)


def _letter(owner: Owner) -> str:
    return "P" if owner.who == PERSON else "W" if owner.who == WORKER else "O"
