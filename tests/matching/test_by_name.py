"""Who can be asked for by name, and the note folded to a line."""

import pytest

from cms.cards import Card, ContactLine
from connector.matching.by_name import LONGEST_NOTICED, by_name, shortened


def card(greeter: str = "", ask_for: str | None = None) -> Card:
    contact = None if ask_for is None else ContactLine(ask_for)
    return Card("u", "/u/", "Circle", "group", "Sewing.", greeter_name=greeter, ask_for=contact)


@pytest.mark.parametrize(
    ("cards", "names"),
    [
        ([], ()),
        ([card("Maureen", "Kath"), card("", "Sandra")], ("Maureen", "Sandra")),
        ([card("Maureen"), card(), card("", "")], ("Maureen",)),
        ([card("Maureen"), card("Maureen")], ("Maureen",)),
    ],
)
def test_who_can_be_asked_for(cards: list[Card], names: tuple[str, ...]) -> None:
    assert by_name(cards) == names


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("", ""),
        ("Embroidery all\naround  the room.", "Embroidery all around the room."),
        ("pigeons, " * 30, "pigeons, " * 12 + "pigeons…"),
        ("x" * 200, "x" * LONGEST_NOTICED + "…"),
    ],
)
def test_the_note_as_one_line(note: str, line: str) -> None:
    assert shortened(note) == line
