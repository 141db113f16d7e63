"""A reading as plain data: what the command and the API print.

Invariant: pure; every `start` and `end` counts characters of the text as it was given, and `words` stand there.
"""

from collections.abc import Iterable
from typing import Any

from search.understanding.reading import Constraint, Person, Reading, Said, When


def as_data(reading: Reading) -> dict[str, Any]:
    """The reading: interests, not_interests and gifts as {label, words, start, end, sure}; people; when, travel, access
    and company as {label, words, start, end}; who (a stage of life); not_understood (words)."""
    return {
        "interests": _said(reading.interests),
        "not_interests": _said(reading.not_interests),
        "gifts": _said(reading.gifts),
        "people": [_person(each) for each in reading.people if each.interests or each.not_interests],
        "when": _placed(reading.when),
        "travel": _placed(reading.travel),
        "access": _placed(reading.access),
        "company": _placed(reading.company),
        "who": reading.stage,
        "not_understood": list(reading.not_understood),
    }


def _said(found: Iterable[Said]) -> list[dict[str, Any]]:
    return [
        {"label": each.label, "words": each.words, "start": each.start, "end": each.end, "sure": each.sure}
        for each in found
    ]


def _placed(found: Iterable[Constraint | When]) -> list[dict[str, Any]]:
    return [{"label": each.label, "words": each.words, "start": each.start, "end": each.end} for each in found]


def _person(each: Person) -> dict[str, Any]:
    return {
        "who": each.who,
        "words": each.words,
        "interests": _said(each.interests),
        "not_interests": _said(each.not_interests),
    }
