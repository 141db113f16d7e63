"""What makes going possible, of what a note says: when they are free, how they travel, access, company.

Invariant: pure; read from what is told of the person, never from a worker's task; labels name no illness.
"""

import re
from collections.abc import Callable, Iterator

from search.understanding.abbreviations import Abbreviation
from search.understanding.care_words import OFFERED
from search.understanding.company_patterns import OF_OTHERS as GO_ALONG
from search.understanding.constraint_patterns import ACCESS, COMPANY, HEAD, HINTS, ONLY_BESIDE, TRAVEL
from search.understanding.free_times import when
from search.understanding.parts import Kind
from search.understanding.reading import Constraint
from search.understanding.relations import WORKERS
from search.understanding.sentences import Sentence
from search.understanding.travel_patterns import OF_OTHERS as DRIVE

__all__ = ["ABBREVIATED", "OfPerson", "access", "company", "travel", "when"]

Patterns = tuple[tuple[str, re.Pattern[str]], ...]
# Whether the words at a place are said of the person.
OfPerson = Callable[[int], bool]
ABBREVIATED = {
    meaning.strip(): line.split("|")[0].strip()
    for line in """
Uses a walking frame | walking frame, wheeled walking frame, four-wheeled walker, three-wheeled walker
Uses a walking frame | two-wheeled walker
Uses a wheelchair | wheelchair
Uses a stick or crutches | walking stick, walking sticks, elbow crutches
Hard of hearing | hard of hearing, hearing aid, hearing aids
Uses British Sign Language | British Sign Language
Speaks another language | learning English, little English
Sight loss | sight loss, severe sight loss
Forgets, needs reminding | short-term memory, memory trouble
Needs somebody with them | help of one person
Needs two people to help | help of two people
Short of breath | short of breath, short of breath on effort
Brings oxygen | oxygen
Rarely leaves home | rarely leaves home
Afraid of falling | fear of falling
Cannot stand for long | not weight bearing, partial weight bearing, touch weight bearing
""".strip().splitlines()
    for meaning in line.split("|")[1].split(",")
}


def _compiled(table: tuple[tuple[str, str], ...]) -> Patterns:
    return tuple((label, re.compile(pattern)) for label, pattern in table)


_TRAVEL, _ACCESS, _COMPANY = _compiled(TRAVEL), _compiled(ACCESS), _compiled(COMPANY)
_HINTS = {id(table): HINTS[name] for name, table in (("travel", _TRAVEL), ("access", _ACCESS), ("company", _COMPANY))}


# Said of others and true of the person: who would drive, who would go along.
_OF_OTHERS = DRIVE | GO_ALONG
# Things that a plan orders and care is given with; they say something only where somebody tells of them.
_AIDS = frozenset(
    """
    Uses a wheelchair|Uses a mobility scooter|Uses a walking frame|Uses a stick or crutches|Uses a long cane|
    Needs a changing place|Needs hoisting|Needs step-free access|
    Hard of hearing|Sight loss|Brings oxygen|Brings medical equipment|Needs a chair with arms|Speaks another language|
    Uses British Sign Language|Forgets, needs reminding|Rarely leaves home|Money is tight|
    Needs parking close by|Short of breath|Does not use the telephone|Needs large print|Needs plain or spoken words
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_CARED_WITH = frozenset({"Needs hoisting", "Brings medical equipment", "Needs step-free access"})
# A question that asks for something for the person: "Could it be one to one at first?"
_REQUEST = re.compile(
    r"(?:could|can|would|cd|wld) (?:it|he|she|we|there|someone|somebody|they|i)\b|is there|are there|any chance|please"
)


def travel(text: str, told: tuple[Sentence, ...], of_person: OfPerson) -> tuple[Constraint, ...]:
    return tuple(_once(_matches(text, told, of_person, _TRAVEL, frozenset())))


def access(
    text: str, told: tuple[Sentence, ...], of_person: OfPerson, short: tuple[Abbreviation, ...]
) -> tuple[Constraint, ...]:
    places = [
        (sentence.words[0].start, sentence.words[-1].end) for sentence in told if sentence.part.kind is not Kind.PLAN
    ]
    spelt = [
        Constraint(ABBREVIATED[each.meaning], text[each.start : each.end], each.start, each.end)
        for each in short
        if each.meaning in ABBREVIATED
        and any(first <= each.start <= last + 1 for first, last in places)
        and of_person(each.start)
    ]
    worded = _matches(text, told, of_person, _ACCESS, frozenset())
    return tuple(_once(iter(sorted([*spelt, *worded], key=lambda each: each.start))))


def company(text: str, told: tuple[Sentence, ...], of_person: OfPerson) -> tuple[Constraint, ...]:
    return tuple(_once(_matches(text, told, of_person, _COMPANY, frozenset({Kind.CARE}))))


def _matches(
    text: str, told: tuple[Sentence, ...], of_person: OfPerson, patterns: Patterns, without: frozenset[Kind]
) -> Iterator[Constraint]:
    hint, low = _HINTS[id(patterns)], _lowered(text)
    for sentence in told:
        if sentence.part.kind in without or _is_task(sentence):
            continue
        if sentence.asked and not _REQUEST.match(low, sentence.words[0].start):
            continue
        first, last = sentence.words[0].start, sentence.words[-1].end
        heads = {word[:HEAD] for word in sentence.folded}
        if hint.isdisjoint(heads):
            continue
        taken: list[tuple[int, int]] = []
        silent = _silent(sentence.part.kind)
        for label, pattern in patterns:
            if label in silent or (label in ONLY_BESIDE and heads.isdisjoint(ONLY_BESIDE[label])):
                continue
            for found in pattern.finditer(low, first, last):
                start, end = found.span()
                if any(start < stop and begin < end for begin, stop in taken) or not (
                    label in _OF_OTHERS or of_person(start)
                ):
                    continue
                taken.append((start, end))
                yield Constraint(label, text[start:end], start, end)


def _silent(kind: Kind) -> frozenset[str]:
    """Labels that a part of this kind does not tell of."""
    return _AIDS if kind is Kind.PLAN else _CARED_WITH if kind is Kind.CARE else frozenset()


def _lowered(text: str) -> str:
    """In lower case with every letter in its place: a few letters of other scripts grow, and stay as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(one if len(one.lower()) != 1 else one.lower() for one in text)


def _is_task(sentence: Sentence) -> bool:
    """A worker's task: "ring dial-a-ride", "SW to book a taxi"."""
    if sentence.part.kind is not Kind.PLAN:
        return False
    first = sentence.words[0].word
    return (
        first in OFFERED
        or first in WORKERS
        or first in {"refer", "review", "look", "find", "get", "check", "ensure", "continue"}
    )


def _once(found: Iterator[Constraint]) -> Iterator[Constraint]:
    seen: set[str] = set()
    for each in found:
        if each.label not in seen:
            seen.add(each.label)
            yield each
