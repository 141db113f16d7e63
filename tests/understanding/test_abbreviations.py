"""Abbreviations of care notes: what they mean, and which count only beside a neighbour."""

import pytest

from search.understanding.abbreviations import KINDS, MEANINGS, abbreviations


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("mob with zf, HOH", ["mobilises", "walking frame", "hard of hearing"]),
        ("w/c outdoors", ["wheelchair"]),
        ("review w/c Monday", ["week commencing"]),
        ("w/c", []),
        ("r/v 2/52 by OT", ["review", "2 weeks", "occupational therapist"]),
        ("PMH #NOF, T2DM", ["past medical history", "broken hip", "diabetes"]),
        ("AA awarded at the higher rate", ["Attendance Allowance"]),
        ("AA meetings on Monday", ["Alcoholics Anonymous"]),
        ("RA completed for lone working", ["risk assessment"]),
        ("PMH RA", ["past medical history", "rheumatoid arthritis"]),
        ("The mother said so", []),
        ("Nil concerns", []),
        ("nil concerns", ["none"]),
        ("H is a letter", []),
        ("lives with H", ["husband"]),
    ],
)
def test_what_they_mean_here(text: str, meanings: list[str]) -> None:
    assert [each.meaning for each in abbreviations(text)] == meanings


def test_they_stand_where_they_say() -> None:
    text = "Seen with dtr, ZF in hall"
    assert [text[each.start : each.end] for each in abbreviations(text)] == ["dtr", "ZF"]


def test_the_table_is_large_and_of_known_kinds() -> None:
    assert len(MEANINGS) >= 150
    assert {meaning.kind for meanings in MEANINGS.values() for meaning in meanings} <= KINDS
