"""What a note names and nobody loves: queries, examples in print, boxes, headings, addresses, food, situations."""

import pytest

from search.understanding.note import read_note
from search.understanding.understand import understand
from tests.understanding.graph import GRAPH


def words(text: str) -> list[str]:
    return [said.words for said in read_note(text, GRAPH).interests]


@pytest.mark.parametrize(
    "text",
    [
        "Carers x2. ?knitting.",
        "?swimming, on the list.",
        "Query choir.",
        "Carers daily, query bingo.",
        "Suggested topics (auto): bingo, gardening, choir.",
        "Hobbies (e.g. gardening, knitting, bingo): nothing now",
        "Clubs tried (choir, bingo): neither",
        "Leisure (tick): bingo [ ] choir [ ] gardening [ ]",
        "Leisure: [ ] bingo [ ] choir",
        "4.3 Gardening/housework: landlord cuts grass",
        "4.10 Knitting: N/A",
        "Rang Mrs Shaw, Bakers St. Nobody in.",
        "Lives at 9 Anglers Brae, off Bingo Hall Ln.",
        "Half a sandwich. Spat out beetroot.",
        "A care leaver, housed in May.",
        "At the day centre from nine.",
        "Polish, from Krakow.",
    ],
)
def test_what_nobody_loves(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leisure (tick): bingo [x] choir [ ]", ["bingo"]),
        ("Would like to meet other care leavers.", ["care leavers"]),
        ("She goes to the Polish club.", ["Polish"]),
        ("She loves the day centre.", ["day centre"]),
        ("Grows beetroot.", ["beetroot"]),
    ],
)
def test_what_looks_like_it_and_is_loved(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_the_search_box_still_finds_a_situation() -> None:
    assert [said.code for said in understand("care leaver", GRAPH).interests] == ["care-leavers"]
