"""What people love as notes tell it in few words, and what of it belongs to somebody else."""

import pytest

from search.shipped import shipped
from search.understanding.note import read_note
from search.understanding.understand import understand
from tests.understanding.graph import GRAPH


def words(text: str) -> list[str]:
    return [said.words for said in read_note(text, shipped()).interests]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Riveter at the yard 30 years.", ["Riveter"]),
        ("She wis a joiner, used tae dance.", ["joiner", "dance"]),
        ("Loves owt.", []),
        ("Ex collier, chest bad.", ["collier"]),
        ("Was umpire there. Nursed at Bootham till '88.", ["umpire", "Nursed"]),
        ("On the trawlers till 1974.", ["On the trawlers"]),
        ("Then the cotton mill at Shaw.", ["cotton mill"]),
        ("Tractors. Knows every make.", ["Tractors"]),
        ("Started kniting, a scarf.", ["kniting"]),
        ("All she wants is a bit of baking.", ["baking"]),
        ("Turns to singing and smiles.", ["singing"]),
        ("Lives for football.", ["football"]),
        ("Play: puddles, football", ["puddles", "football"]),
        ("Expressed enthusiasm for steam fairs.", ["steam fairs"]),
        ("Does cornrows for her cousins.", ["cornrows"]),
        ("What do you enjoy?\nKnitting", ["Knitting"]),
    ],
)
def test_what_is_told_shortly_is_heard(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("new mum, doesn't know anyone with a baby", ["baby-and-toddler"]),
        ("autistic lad, nowhere to go after college", ["neurodivergent-young-people"]),
        ("just out of prison, wants to keep straight", ["after-prison"]),
        ("Refused the day centre again, says nothing more", []),
        ("No befriending please, was asked twice before", []),
        ("Referred for bath board and grab rails, key safe in", []),
        ("Shower in for 3 years, never used.", []),
    ],
)
def test_a_line_with_no_liking_is_asking_for_company_in_what_somebody_is_in(text: str, codes: list[str]) -> None:
    assert [said.code for said in understand(text, shipped()).interests] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Rollator at Bay View for 2 years.",
        "Carer at Elm House since May.",
        "Shower in for 3 years, never used.",
        "Started antibiotics.",
        "In the market for a new bed.",
        "Letters at Christmas for years.",
    ],
)
def test_what_is_no_trade(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "who", "theirs"),
    [
        ("Mum's the baker, not him.", "mum", ["baker"]),
        ("Staff say sister's the one with the bingo.", "sister", ["bingo"]),
        ("Foster sis does football.", "foster sis", ["football"]),
        ("DIL loves fishing.", "daughter in law", ["fishing"]),
        ("Baby Noor sleeps well. Mum Hana loves baking.", "mum", ["baking"]),
        ("Hiya, Tilly's gran here. I love knitting. She's 14.", "gran", ["knitting"]),
        ("Speaker A: worker. Speaker B: resident. Speaker C: his sister.\nC enjoys fishing.", "sister", ["fishing"]),
        ("Her brother does football.", "brother", ["football"]),
    ],
)
def test_what_belongs_to_others_is_theirs(text: str, who: str, theirs: list[str]) -> None:
    found = read_note(text, GRAPH)
    assert [(each.who, [said.words for said in each.interests]) for each in found.people] == [(who, theirs)]
    assert found.interests == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The highlight of his week is football.", ["football"]),
        ("Puddles make his day.", ["Puddles"]),
        ("Baking is what keeps her going.", ["Baking"]),
        ("Choir is St Anne's.", ["Choir"]),
    ],
)
def test_what_is_said_behind_the_thing_counts(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_letter_by_one_of_the_family_is_about_whom_they_write_of() -> None:
    joiner, fishing = words("Dear team, my husband Ron was a joiner. He loves fishing.")
    assert (joiner, fishing.split()[-1]) == ("joiner", "fishing")
