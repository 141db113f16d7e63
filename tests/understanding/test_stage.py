"""The stage of life that a note tells: by an age in figures or words, by weeks and months, else by its words."""

import pytest

from search.understanding.note import read_note
from tests.understanding.graph import GRAPH


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Mrs A, 82yr, widow", "older"),
        ("K is 9 y/o and loves trains", "child"),
        ("She is 17.", "teenager"),
        ("Aged 22 and at uni", "young"),
        ("is 52 and has MS", "adult"),
        ("bb Rosie 7 wks", "baby"),
        ("New mum, baby 5 months", "parent"),
        ("Retired miner", "older"),
        ("Loves bingo", "unknown"),
        ("The door is 82 cm wide", "unknown"),
        ("Name: P. Doherty\nAge: 77\nLikes bingo", "older"),
        ("71, Barrow. Loves bingo.", "older"),
        ("P. Doherty, 41, Luton.", "adult"),
        ("S: 29, Hull. Low in mood.", "adult"),
        ("He's 16 and out of school", "teenager"),
        ("Client, 33, Truro.", "adult"),
        ("Ninety-two, and sharp with it.", "older"),
        ("speaker one this is mrs holt seventy eight from leith", "older"),
        ("Nineteen, and bored.", "young"),
        ("Ex 27-weeker, now 4 months. NG feeds.", "baby"),
        ("12-month review. Sits, pulls to stand.", "baby"),
        ("HV visit. Maisie 14 months, cruising. Mum Tash, 22, low.", "baby"),
        ("Mr Bell, 58, 6 months post stroke.", "adult"),
        ("Pupil: Year 8. Attendance low.", "teenager"),
        ("Pupil: Year 4. Attendance low.", "child"),
        ("6/52 post LSCS, feeding well. Partner works away.", "parent"),
        ("Seen at home, on her own with a toddler in a flat.", "parent"),
        ("Ringing about my mum, Mrs Bell. She loves bingo.", "older"),
        ("It's Joan, Mr Bell's daughter from York. Dad loves bingo.", "older"),
    ],
)
def test_the_stage_of_life(text: str, stage: str) -> None:
    assert read_note(text, GRAPH).stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "Visited Flat 12, Acorn House. Her son Adam, 15, let me in.",
        "Mr Bell, 14 Mill Ln. Loves bingo.",
        "Worked at Romford 30 years.",
        "His cousin is 6.",
        "Free after 4, but not before 10.",
        "Lost four stone and forty pounds of debt.",
    ],
)
def test_numbers_and_the_ages_of_others_tell_nothing(text: str) -> None:
    assert read_note(text, GRAPH).stage == "unknown"
