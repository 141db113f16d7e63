"""Chips in groups: what counts, what makes it possible, what they could give, what they do not want, each other person.

Invariant: pure; each chip shows the words that it came from, and no word of health or illness becomes a chip or stands
on one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from connector.matching.chips import Chip, chips
from search.understanding.illness import is_illness
from search.understanding.put_aside import (
    BETWEEN,
    GETS_IN,
    GIVES,
    IN_COMPANY,
    NOT_WANTED,
    OF,
    TRAVELS,
    constraint_code,
    label_of,
    person_code,
    said_code,
    slug,
)
from search.understanding.reading import Person, Reading, Said
from search.vocabulary import Vocabulary

POSSIBLE: Final = "What makes it possible"
GIFTS: Final = "What they could give"
UNWANTED: Final = "Not wanted"
# Of these the words are read for their use, and never shown: they tell of the body.
_NO_CHIP: Final = frozenset({"Short of breath"})
_WHOSE: Final = frozenset("her his my our their its the".split())
LONGEST_NAME: Final = 40
_KINDS: Final = {TRAVELS: POSSIBLE, GETS_IN: POSSIBLE, IN_COMPANY: POSSIBLE, GIVES: GIFTS, NOT_WANTED: UNWANTED}


@dataclass(frozen=True, slots=True)
class Group:
    """Chips under a heading of their own; the first group has none: it is what counts."""

    heading: str
    chips: tuple[Chip, ...]


def groups(reading: Reading, offs: Sequence[str], vocabulary: Vocabulary) -> list[Group]:
    """The first group, which may be empty, then those that hold anything."""
    main = _fit(chips(reading, offs, vocabulary), vocabulary)
    rest = [
        Group(POSSIBLE, (*_possible(reading), *_off(offs, POSSIBLE))),
        Group(GIFTS, (*_said(GIVES, reading.gifts), *_off(offs, GIFTS))),
        Group(UNWANTED, (*_said(NOT_WANTED, reading.not_interests), *_off(offs, UNWANTED))),
        *_people(reading.people, offs),
    ]
    return [Group("", tuple(main)), *(group for group in rest if group.chips)]


def not_understood(reading: Reading, most: int = 6) -> str:
    """The words that nothing explained, in one line: "whippetry, tatting and 3 more"; empty where there are none."""
    words = [word for word in reading.not_understood if not is_illness(word)]
    shown, more = words[:most], len(words) - most
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def _possible(reading: Reading) -> Iterable[Chip]:
    kinds = ((TRAVELS, reading.travel), (GETS_IN, reading.access), (IN_COMPANY, reading.company))
    for kind, found in kinds:
        for each in found:
            if each.label not in _NO_CHIP:
                yield Chip(constraint_code(kind, each.label), each.label, _shown(each.words), kind, True)


def _said(kind: str, found: Iterable[Said]) -> Iterable[Chip]:
    seen: set[str] = set()
    for said in found:
        chip = Chip(said_code(kind, said), said.label, _shown(said.words), kind, True)
        if chip.code not in seen and (said.code or not _unwell(said.label)):
            seen.add(chip.code)
            yield chip


def _people(people: Sequence[Person], offs: Sequence[str]) -> Iterable[Group]:
    """One group for each other person of whom anything is known or was taken off."""
    known = {slug(each.who): each for each in people}
    gone = {code.split(BETWEEN)[1] for code in offs if code.startswith(OF + BETWEEN)}
    for who in dict.fromkeys((*known, *sorted(gone))):
        person = known.get(who)
        on = _of_person(person) if person else ()
        off = (_taken(code) for code in offs if code.startswith(f"{OF}{BETWEEN}{who}{BETWEEN}"))
        yield Group(f"For {_called(person, who)}", (*on, *off))


def _of_person(person: Person) -> Iterable[Chip]:
    loved = [(said, person_code(person, said), said.label) for said in person.interests]
    unwanted = [
        (said, person_code(person, said, wanted=False), f"Not {said.label[:1].lower()}{said.label[1:]}")
        for said in person.not_interests
    ]
    seen: set[str] = set()
    for said, code, label in (*loved, *unwanted):
        if code not in seen and (said.code or not _unwell(said.label)):
            seen.add(code)
            yield Chip(code, label, _shown(said.words), OF, True)


def _called(person: Person | None, who: str) -> str:
    """As the page calls them: "their dad", "Yvonne"."""
    words = " ".join(person.words.split()) if person else who.replace("-", " ")
    if person and not 0 < len(words) <= LONGEST_NAME:
        words = person.who
    first, _, rest = words.partition(" ")
    if first.lower() in _WHOSE and rest:
        words = rest
    return f"their {words}" if words[:1].islower() and person else words


def _off(offs: Sequence[str], heading: str) -> Iterable[Chip]:
    for code in offs:
        if BETWEEN in code and _KINDS.get(code.split(BETWEEN)[0]) == heading:
            yield _taken(code)


def _taken(code: str) -> Chip:
    return Chip(code, label_of(code), "taken off", code.split(BETWEEN)[0], False)


def _shown(words: str) -> str:
    """The words that showed it; none where they name an illness."""
    return "" if _unwell(words) else words


def _fit(found: Iterable[Chip], vocabulary: Vocabulary) -> Iterable[Chip]:
    """Without what names an illness. An interest of the vocabulary is something to go to, whatever it is called."""
    for chip in found:
        if chip.code in vocabulary.concepts or not _unwell(chip.label):
            yield replace(chip, said=_shown(chip.said))


def _unwell(words: str) -> bool:
    return any(is_illness(word) for word in slug(words).split("-"))
