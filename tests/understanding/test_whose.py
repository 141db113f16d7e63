"""One of the others in a note: their own interests and stage of life, and nothing of the person's."""

import pytest

from search.understanding.reading import Constraint, Person, Reading, Said
from search.understanding.stage import stage_of_relative
from search.understanding.whose import of_person

EMBROIDERY, FISHING = (Said(code, code.capitalize(), code, 0, 7, "label") for code in ("embroidery", "fishing"))
DAD = Person("dad", "Her dad", 30, 37, stage="older", interests=(FISHING,))
FRAME = Constraint("Uses a walking frame", "zf", 0, 2)
READING = Reading(interests=(EMBROIDERY,), people=(DAD,), access=(FRAME,), stage="adult")


def test_only_what_is_theirs() -> None:
    found = of_person(READING, "dad")
    assert (found.interests, found.stage, found.access, found.people) == ((FISHING,), "older", (), ())


def test_nobody_so_called_has_nothing() -> None:
    assert of_person(READING, "aunt").empty


@pytest.mark.parametrize(
    ("who", "after", "stage"),
    [
        ("grandson", " (8) mad on football", "child"),
        ("Tyler", ", 15, plays", "teenager"),
        ("daughter", " is 34 and", "adult"),
        ("grandad", " keeps pigeons", "older"),
        ("sister", " 10 years ago", "unknown"),
        ("brother", " 2/52 in hospital", "unknown"),
        ("wife", " loves bingo", "unknown"),
    ],
)
def test_the_stage_of_a_relative(who: str, after: str, stage: str) -> None:
    assert stage_of_relative(who, after) == stage
