"""What makes going possible: what the patterns name, where the model does not say otherwise, and what it alone found.

Invariant: pure; a label of the patterns is known to the rest of the product, the model's own are the words that stand
there.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
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


def travel(known: Told, found: tuple[Tagged, ...]) -> tuple[Constraint, ...]:
    """How they get about and how far."""
    return _with(constraints.travel(known.text, known.heard, _of_person(known)), known, found, "travel")


def access(known: Told, found: tuple[Tagged, ...]) -> tuple[Constraint, ...]:
    """What a place needs to have for them."""
    patterns = constraints.access(known.text, known.heard, _of_person(known), known.short)
    return _with(patterns, known, found, "access")


def company(known: Told, found: tuple[Tagged, ...]) -> tuple[Constraint, ...]:
    """With whom they would go."""
    return _with(constraints.company(known.text, known.heard, _of_person(known)), known, found, "company")


def when(known: Told, found: tuple[Tagged, ...]) -> tuple[When, ...]:
    """When they are free."""
    patterns = _believed(free_times(known.text, known.heard, _of_person(known)), known, found)
    return (*patterns, *_times(known, found, patterns))


def _times(known: Told, found: tuple[Tagged, ...], patterns: tuple[When, ...]) -> Iterator[When]:
    """What the model alone takes for a time: told as it stands, and of no slot of the week, for "dialysis Mon and Wed"
    and "works Thursdays" say the opposite of "Mondays suit"."""
    for start, end in _stretches(known, found, "when"):
        if not any(each.start < end and start < each.end for each in patterns):
            words = known.text[start:end]
            yield When(frozenset(), words[:1].upper() + words[1:], words, start, end)


def _with(
    patterns: tuple[Constraint, ...], known: Told, found: tuple[Tagged, ...], kind: str
) -> tuple[Constraint, ...]:
    patterns = _believed(patterns, known, found)
    own = [
        Constraint(words[:1].upper() + words[1:], words, start, end)
        for start, end in _stretches(known, found, kind)
        if not any(each.start < end and start < each.end for each in patterns)
        for words in [known.text[start:end]]
    ]
    return tuple(sorted((*patterns, *own), key=lambda each: each.start))


def _believed(patterns: tuple[Held, ...], known: Told, found: tuple[Tagged, ...]) -> tuple[Held, ...]:
    """What the patterns found, without what the model says is nothing of the kind; in a line or two they alone know."""
    if len(known.text.split()) <= BRIEF:
        return patterns
    places = {
        place
        for each, those in zip(known.known, found, strict=True)
        for at in those.conditions
        for place in range(each.sentence.words[at].start, each.sentence.words[at].end)
    }
    return tuple(each for each in patterns if not places.isdisjoint(range(each.start, each.end)))


def _stretches(known: Told, found: tuple[Tagged, ...], kind: str) -> Iterator[tuple[int, int]]:
    """Places in the text of what the model took for `kind`, of the person."""
    for each, those in zip(known.known, found, strict=True):
        for tag in those.tags:
            if tag.kind == kind and not tag.others:
                yield each.sentence.words[tag.start].start, each.sentence.words[tag.end - 1].end


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
