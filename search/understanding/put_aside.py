"""What was heard and is not meant, put aside: how they get about and get in, gifts, what is not wanted, other people.

Invariant: pure; each thing that was heard has a code of its own, made of what it is and never of where it stands, so
that it stays put aside when more is typed. Interests and times have codes already (`Said.key`, `When.code`).
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from search.understanding.constraint_patterns import ACCESS, COMPANY, TRAVEL
from search.understanding.constraints import ABBREVIATED
from search.understanding.reading import Constraint, Person, Reading, Said

BETWEEN: Final = "--"
LONGEST: Final = 160
TRAVELS, GETS_IN, IN_COMPANY, GIVES, NOT_WANTED, OF = "travel", "access", "company", "gift", "not", "who"
_SIGNS: Final = re.compile(r"[^a-z0-9]+")


def constraint_code(kind: str, label: str) -> str:
    """ "access--uses-a-wheelchair"."""
    return _code(kind, slug(label))


def said_code(kind: str, said: Said) -> str:
    """ "gift--bread-making", "not--own-noisi-room"."""
    return _code(kind, said.key)


def person_code(person: Person, said: Said, *, wanted: bool = True) -> str:
    """ "who--dad--old-songs"; "who--dad--not--bingo"."""
    return _code(OF, slug(person.who), *(() if wanted else (NOT_WANTED,)), said.key)


def slug(words: str) -> str:
    """Words as a part of a code."""
    return _SIGNS.sub("-", words.lower()).strip("-")


def without(reading: Reading, aside: Collection[str]) -> Reading:
    """The reading without what these codes stand for. A person of whom nothing is left is left out."""
    if not any(BETWEEN in code for code in aside):
        return reading
    people = (_person_without(each, aside) for each in reading.people)
    return replace(
        reading,
        travel=_constraints(TRAVELS, reading.travel, aside),
        access=_constraints(GETS_IN, reading.access, aside),
        company=_constraints(IN_COMPANY, reading.company, aside),
        gifts=tuple(said for said in reading.gifts if said_code(GIVES, said) not in aside),
        not_interests=tuple(said for said in reading.not_interests if said_code(NOT_WANTED, said) not in aside),
        people=tuple(each for each in people if each.interests or each.not_interests or each.gifts),
    )


def label_of(code: str) -> str:
    """What a code was called: a constraint by its label, anything else by the words in its code."""
    last = code.rpartition(BETWEEN)[2]
    return _LABELS.get(code, last.removeprefix("own-").replace("-", " ").capitalize())


def _person_without(person: Person, aside: Collection[str]) -> Person:
    return replace(
        person,
        interests=tuple(said for said in person.interests if person_code(person, said) not in aside),
        not_interests=tuple(
            said for said in person.not_interests if person_code(person, said, wanted=False) not in aside
        ),
    )


def _constraints(kind: str, found: Iterable[Constraint], aside: Collection[str]) -> tuple[Constraint, ...]:
    return tuple(each for each in found if constraint_code(kind, each.label) not in aside)


def _code(*parts: str) -> str:
    return BETWEEN.join(parts)[:LONGEST]


_LABELS: Final = {
    constraint_code(kind, label): label
    for kind, table in ((TRAVELS, TRAVEL), (GETS_IN, ACCESS), (IN_COMPANY, COMPANY))
    for label, _pattern in table
} | {constraint_code(GETS_IN, label): label for label in ABBREVIATED.values()}
