"""Abbreviations in a text, each with what it means here; ambiguous ones only with a neighbour that decides.

Invariant: pure; places are in the text as it was given. A diagnosis is named so that it can be read past.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from search.understanding.abbreviation_table import TABLE

KINDS = frozenset("access who worker time place act diagnosis equipment measure nil sign".split())
# How many characters to either side a neighbour may stand.
NEIGHBOURHOOD = 40


@dataclass(frozen=True, slots=True)
class Meaning:
    meaning: str
    kind: str
    neighbours: frozenset[str]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form at its place, and what it means there."""

    words: str
    meaning: str
    kind: str
    start: int
    end: int


def _table() -> dict[str, tuple[Meaning, ...]]:
    found: defaultdict[str, list[Meaning]] = defaultdict(list)
    for line in TABLE.strip().splitlines():
        short, meaning, kind, neighbours = (each.strip() for each in line.split("|"))
        found[short].append(Meaning(meaning, kind, frozenset(neighbours.split())))
    return {short: tuple(meanings) for short, meanings in found.items()}


MEANINGS = _table()
_FORMS = "|".join(re.escape(short) for short in sorted(MEANINGS, key=len, reverse=True))
_FOUND = re.compile(rf"(?<![\w/+#-])(?:{_FORMS})(?![\w/+-])(?!['’]\w)")
_SPAN = re.compile(r"(?<![\w/])\d{1,2}/(?:7|52|12)(?![\d/])")
_SPANS = {"7": "days", "52": "weeks", "12": "months"}
_WORD = re.compile(r"[a-z0-9/£]+")


def abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Every abbreviation whose meaning here is sure, in order."""
    found = [*_known(text), *_lengths(text)]
    return tuple(sorted(found, key=lambda each: each.start))


def _known(text: str) -> Iterator[Abbreviation]:
    for found in _FOUND.finditer(text):
        meaning = _meant(text, found.group(), found.start(), found.end())
        if meaning is not None:
            yield Abbreviation(found.group(), meaning.meaning, meaning.kind, found.start(), found.end())


def _lengths(text: str) -> Iterator[Abbreviation]:
    for found in _SPAN.finditer(text):
        number, of = found.group().split("/")
        yield Abbreviation(found.group(), f"{number} {_SPANS[of]}", "time", found.start(), found.end())


def _meant(text: str, short: str, start: int, end: int) -> Meaning | None:
    meanings = MEANINGS[short]
    if len(meanings) == 1 and not meanings[0].neighbours:
        return meanings[0]
    around = text[max(0, start - NEIGHBOURHOOD) : start] + " " + text[end : end + NEIGHBOURHOOD]
    near = set(_WORD.findall(around.lower()))
    for meaning in meanings:
        if meaning.neighbours & near:
            return meaning
    return next((meaning for meaning in meanings if not meaning.neighbours), None)
