"""What makes going possible: what the patterns name, where the model does not say otherwise, and what it alone found.

Invariant: pure; a label of the patterns is known to the rest of the product, the model's own are the words that stand
there.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from search.understanding import constraints
from search.understanding.free_times import when as free_times
from search.understanding.learned.known import Told
from search.understanding.learned.tagger import Tagged
from search.understanding.people import PERSON
from search.understanding.reading import Constraint, When

# In a text of so few words a time or a way of getting about stands for itself.
BRIEF = 25
Held = TypeVar("Held", Constraint, When)


@dataclass(frozen=True, slots=True)
class Conditions:
    """How they get about and how far, what a place needs to have, with whom they would go, when they are free."""

    travel: tuple[Constraint, ...]
    access: tuple[Constraint, ...]
    company: tuple[Constraint, ...]
    when: tuple[When, ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Places in the text of all of them."""
        held: tuple[Constraint | When, ...] = (*self.travel, *self.access, *self.company, *self.when)
        return [(each.start, each.end) for each in held]


def conditions(known: Told, found: tuple[Tagged, ...]) -> Conditions:
    """The conditions of the person whom a text is about. `found`: what the model took each sentence for."""
    text, heard, of_person, believed = known.text, known.heard, _of_person(known), _believed(known, found)

    def told(patterns: tuple[Constraint, ...], kind: str) -> tuple[Constraint, ...]:
        kept = _kept(patterns, believed)
        own = (Constraint(_label(text, span), text[slice(*span)], *span) for span in _alone(known, found, kind, kept))
        return tuple(sorted((*kept, *own), key=lambda each: each.start))

    times = _kept(free_times(text, heard, of_person), believed)
    # Of no slot of the week: "dialysis Mon and Wed" and "works Thursdays" say the opposite of "Mondays suit".
    spans = _alone(known, found, "when", times)
    own = (When(frozenset(), _label(text, span), text[slice(*span)], *span) for span in spans)
    return Conditions(
        told(constraints.travel(text, heard, of_person), "travel"),
        told(constraints.access(text, heard, of_person, known.short), "access"),
        told(constraints.company(text, heard, of_person), "company"),
        (*times, *own),
    )


def _label(text: str, span: tuple[int, int]) -> str:
    words = text[slice(*span)]
    return words[:1].upper() + words[1:]


def _believed(known: Told, found: tuple[Tagged, ...]) -> frozenset[int] | None:
    """Places in the text that the model does not rule out; None in a line or two, where the patterns alone know."""
    if len(known.text.split()) <= BRIEF:
        return None
    return frozenset(
        place
        for each, those in zip(known.known, found, strict=True)
        for at in those.conditions
        for place in range(each.sentence.words[at].start, each.sentence.words[at].end)
    )


def _kept(patterns: tuple[Held, ...], believed: frozenset[int] | None) -> tuple[Held, ...]:
    if believed is None:
        return patterns
    return tuple(each for each in patterns if not believed.isdisjoint(range(each.start, each.end)))


def _alone(
    known: Told, found: tuple[Tagged, ...], kind: str, kept: tuple[Constraint, ...] | tuple[When, ...]
) -> Iterator[tuple[int, int]]:
    """Places in the text of what the model took for `kind`, of the person, where no pattern found anything."""
    for each, those in zip(known.known, found, strict=True):
        for tag in those.tags:
            start, end = each.sentence.words[tag.start].start, each.sentence.words[tag.end - 1].end
            met = any(other.start < end and start < other.end for other in kept)
            if tag.kind == kind and not tag.others and not met:
                yield start, end


def _of_person(known: Told) -> Callable[[int], bool]:
    """Whether a place in the text is told of the person."""
    starts = [each.sentence.words[0].start for each in known.known]

    def told_of_person(place: int) -> bool:
        number = bisect_right(starts, place) - 1
        if number < 0 or not known.owners[number]:
            return True
        at = sum(word.start <= place for word in known.known[number].sentence.words) - 1
        return known.owners[number][max(at, 0)].who == PERSON

    return told_of_person
