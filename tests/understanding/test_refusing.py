"""Ways of saying no: dialect, idioms, a thing before its dismissal, forms that ask for it; and what is no refusal."""

import pytest

from search.understanding.note import read_note
from search.understanding.reading import Reading
from tests.understanding.graph import GRAPH


def read(text: str) -> Reading:
    return read_note(text, GRAPH)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("She wouldnae thank you for bingo.", ["bingo"]),
        ("He disnae like quizzes.", ["quizzes"]),
        ("I dinnae like bingo.", ["bingo"]),
        ("No keen on the choir.", ["choir"]),
        ("Wouldn't be seen dead at a quiz.", ["quiz"]),
        ("He won't touch knitting.", ["knitting"]),
        ("Sick to death of bingo, he says.", ["bingo"]),
        ("She can't be doing with quizzes.", ["quizzes"]),
        ("He isn't for the choir.", ["choir"]),
        ("DNA walking group x3.", ["walking group"]),
        ("Bingo can do one.", ["Bingo"]),
        ("Knitting is for babies, he says.", ["Knitting"]),
        ("He says bingo is for grannies.", ["bingo"]),
        ("Choir: walked out.", ["Choir"]),
        ("Bingo in the lounge. Fingers in her ears.", ["Bingo"]),
        ('Bingo: "over my dead body".', ["Bingo"]),
        ('Quizzes, "too much shouting".', ["Quizzes"]),
        ('Tried the choir, "all shouting".', ["choir"]),
        ("Bingo? I'd rather eat the cards.", ["Bingo"]),
        ("Gave her bingo. Rubbish. Take it.", ["bingo"]),
        ("Anything you would rather not do? Bingo", ["Bingo"]),
        ("Nae bingo, thank you.", ["bingo"]),
        ('Lessons: fine. "PE can do one"', ["PE"]),
        ("I'd rather do anything but bingo.", ["bingo"]),
    ],
)
def test_what_is_refused(text: str, refused: list[str]) -> None:
    found = read(text)
    assert [said.words for said in found.not_interests] == refused
    assert not set(refused) & {said.words for said in found.interests}


@pytest.mark.parametrize(
    "text",
    [
        "Nil choir, nil bingo, nil pets.",
        "Hobbies: N/A",
        "Interests: none",
        "Clubs: nil",
        "He loves bingo. No way would he miss it.",
        "Misses the choir. Walked out to the gate with me.",
        "She bakes, not for a crowd.",
        "The choir is too far.",
    ],
)
def test_what_is_no_refusal(text: str) -> None:
    assert read(text).not_interests == ()
