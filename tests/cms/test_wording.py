"""Single facts in words, as tables."""

import pytest

from cms import wording


@pytest.mark.parametrize(
    ("cost", "pence", "given", "words"),
    [
        ("paid", 200, "£2, tea included", "£2, tea included"),
        ("free", None, "", "Free"),
        ("donation", None, "", "Give what you can"),
        ("paid", 200, "", "£2"),
        ("paid", 150, "", "£1.50"),
        ("paid", 50, "", "50p"),
        ("paid", 1005, "", "£10.05"),
        ("paid", None, "", "It costs something. Ask how much"),
        ("unknown", None, "", ""),
    ],
)
def test_what_it_costs(cost: str, pence: int | None, given: str, words: str) -> None:
    assert wording.cost_words(cost, pence, given) == words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("will call round first, or wait at the door", "Maureen will call round first, or wait at the door."),
        ("meets you at the green gate at ten", "Maureen meets you at the green gate at ten."),
        ("pours, so sit near her", "Maureen pours, so sit near her."),
        ("has the kettle on.", "Maureen has the kettle on."),
        ("by the crane, orange gloves", "Look for Maureen, by the crane, orange gloves."),
        ("or anyone in an apron", "Look for Maureen, or anyone in an apron."),
        ("", "Maureen will meet you."),
    ],
)
def test_who_meets_you(words: str, sentence: str) -> None:
    assert wording.greeting("Maureen", words) == sentence


def test_nobody_meets_you() -> None:
    assert wording.greeting("", "by the crane") == ""


@pytest.mark.parametrize(
    ("name", "role", "sentence"),
    [
        ("Sandra", "at the desk", "Ask for Sandra at the desk."),
        ("Julian", "volunteer librarian", "Ask for Julian, volunteer librarian."),
        ("Ken", "", "Ask for Ken."),
        ("", "at the desk", ""),
    ],
)
def test_whom_to_ask_for(name: str, role: str, sentence: str) -> None:
    assert wording.ask_for(name, role) == sentence


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [(18, None, "18 and over."), (None, 11, "Up to 11."), (5, 11, "Ages 5 to 11."), (None, None, "")],
)
def test_what_ages(least: int | None, most: int | None, words: str) -> None:
    assert wording.ages(least, most) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["Low Moor"], "Low Moor"),
        (["Low Moor", "Bank Top"], "Low Moor and Bank Top"),
        (["A", "B", "C"], "A, B and C"),
    ],
)
def test_a_list_of_names(names: list[str], words: str) -> None:
    assert wording.listed(names) == words


@pytest.mark.parametrize(
    ("room", "words"), [("room", ""), ("unknown", ""), ("few", "A few places left"), ("full", "Full just now")]
)
def test_room(room: str, words: str) -> None:
    assert wording.room_words(room) == words
