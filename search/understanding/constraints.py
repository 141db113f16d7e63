"""What makes going possible, of what a note says: when they are free, how they travel, access, company.

Invariant: pure; read from what is told of the person, never from a worker's task; labels name no illness.
"""

import re
from collections.abc import Callable, Iterator

from search.understanding.abbreviations import Abbreviation
from search.understanding.care_words import OFFERED
from search.understanding.constraint_patterns import ACCESS, COMPANY, FREE, HINTS, SITS, TRAVEL
from search.understanding.parts import Kind
from search.understanding.reading import Constraint, When
from search.understanding.relations import WORKERS
from search.understanding.sentences import Sentence
from search.understanding.times import times

Patterns = tuple[tuple[str, re.Pattern[str]], ...]
# In so short a note a time that is told is when they are free (characters).
BRIEF = 240
# Whether the words at a place are said of the person.
OfPerson = Callable[[int], bool]
_FREE, _SITS = re.compile(FREE, re.IGNORECASE), re.compile(SITS, re.IGNORECASE)
_HARD = re.compile(r"\b(?:not|no good|never|hard|n['’]?t|bad|except|unless it is|no use|busy|out)\b", re.IGNORECASE)
_EVENTS = re.compile(
    r"\b(?:call|calls|appointment|clinic|visit|visits|review|nurse|carers?|tablets|ward|delivered|discharge|admitted|"
    r"ring|chase|send|booked|meeting|phones?|telephones?|rings)\b",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"\b(?:an hour|two hours|a couple of hours|late (?:morning|afternoon)|after (?:school|"
    r"lunch|dinner|carers|tea)|before lunch|school hours|"
    r"term time|(?:mon|tues|wednes|thurs|fri|satur|sun)day nights?|while (?:he|she|they|"
    r"the kids)(?:['’]?s| is| are)? at (?:school|nursery|work)|school holidays|early evening)\b",
    re.IGNORECASE,
)
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
Short of breath | short of breath, short of breath on effort, oxygen
Rarely leaves home | rarely leaves home
Afraid of falling | fear of falling
Cannot stand for long | not weight bearing, partial weight bearing, touch weight bearing
""".strip().splitlines()
    for meaning in line.split("|")[1].split(",")
}


def _compiled(table: tuple[tuple[str, str], ...]) -> Patterns:
    return tuple((label, re.compile(pattern)) for label, pattern in table)


_TRAVEL, _ACCESS, _COMPANY = _compiled(TRAVEL), _compiled(ACCESS), _compiled(COMPANY)
_HINTS = {
    id(table): re.compile(HINTS[name])
    for name, table in (("travel", _TRAVEL), ("access", _ACCESS), ("company", _COMPANY))
}


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
    worded = _matches(text, told, of_person, _ACCESS, frozenset({Kind.PLAN}))
    return tuple(_once(iter(sorted([*spelt, *worded], key=lambda each: each.start))))


def company(text: str, told: tuple[Sentence, ...], of_person: OfPerson) -> tuple[Constraint, ...]:
    return tuple(_once(_matches(text, told, of_person, _COMPANY, frozenset({Kind.CARE}))))


def when(text: str, told: tuple[Sentence, ...], of_person: OfPerson) -> tuple[When, ...]:
    """Times that a sentence says they are free, or that somebody needs a break."""
    return tuple(_whens(text, told, of_person))


def _whens(text: str, told: tuple[Sentence, ...], of_person: OfPerson) -> Iterator[When]:
    seen: set[str] = set()
    brief = len(text) <= BRIEF
    for sentence in told:
        first, last = sentence.words[0].start, sentence.words[-1].end
        said = text[first:last]
        asked = sentence.part.own and any(found.start < 4 for found in times(said[:40]))
        if not (asked or brief or _FREE.search(said)):
            continue
        for found in (*times(said), *_worded(said)):
            if not (_SITS.search(said) or of_person(first + found.start)):
                continue
            before = re.split(r"[,.;:]", said[max(0, found.start - 30) : found.start])[-1]
            after = re.split(r"[,.;:]", said[found.end : found.end + 20])[0]
            if _HARD.search(before + " " + after) or _EVENTS.search(before + " " + after):
                continue
            if found.label not in seen:
                seen.add(found.label)
                yield When(found.slots, found.label, found.words, first + found.start, first + found.end)


def _worded(said: str) -> Iterator[When]:
    for found in _WORDED.finditer(said):
        words = found.group()
        yield When(frozenset(), words[:1].upper() + words[1:], words, found.start(), found.end())


def _matches(
    text: str, told: tuple[Sentence, ...], of_person: OfPerson, patterns: Patterns, without: frozenset[Kind]
) -> Iterator[Constraint]:
    hint, low = _HINTS[id(patterns)], _lowered(text)
    for sentence in told:
        if sentence.part.kind in without or sentence.asked or _is_task(sentence):
            continue
        first, last = sentence.words[0].start, sentence.words[-1].end
        if not hint.search(low, first, last):
            continue
        taken: list[tuple[int, int]] = []
        for label, pattern in patterns:
            for found in pattern.finditer(low, first, last):
                start, end = found.span()
                if any(start < stop and begin < end for begin, stop in taken) or not of_person(start):
                    continue
                taken.append((start, end))
                yield Constraint(label, text[start:end], start, end)


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
