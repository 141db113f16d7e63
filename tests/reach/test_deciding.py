"""What counts, from whom, and the sentence that a group reads: as tables."""

from itertools import product

import pytest

from connector.reach.deciding import FIRST_SCREEN, Act, Count, counts_of, is_counted
from connector.reach.wording import Month, brought

SHOWN, INTERESTED = Count.SHOWN, Count.INTERESTED


@pytest.mark.parametrize(
    ("act", "place", "counts"),
    [
        (Act.ANSWERED, 0, {SHOWN}),
        (Act.ANSWERED, FIRST_SCREEN - 1, {SHOWN}),
        (Act.ANSWERED, FIRST_SCREEN, set()),
        (Act.KEPT, 0, {SHOWN, Count.KEPT, INTERESTED}),
        (Act.KEPT, 9, {SHOWN, Count.KEPT, INTERESTED}),
        (Act.PRINTED, 4, {SHOWN, Count.PRINTED, INTERESTED}),
        (Act.SENT, 0, {SHOWN, Count.SENT, INTERESTED}),
        (Act.HELLO, 0, {SHOWN, Count.HELLO, INTERESTED}),
    ],
)
def test_what_an_act_adds_to(act: Act, place: int, counts: set[Count]) -> None:
    assert counts_of(act, place) == counts


def test_whatever_counts_at_all_was_shown() -> None:
    for act, place in product(Act, range(12)):
        assert not counts_of(act, place) or SHOWN in counts_of(act, place)


@pytest.mark.parametrize(
    ("works", "fetched_ahead", "counted"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_from_whom(works: bool, fetched_ahead: bool, counted: bool) -> None:
    assert is_counted(works=works, fetched_ahead=fetched_ahead) is counted


@pytest.mark.parametrize(
    ("month", "words"),
    [
        (
            Month(shown=14, kept=6, printed=5),
            "14 people were shown you this month, 6 kept you, 5 took you home on paper.",
        ),
        (
            Month(shown=14, kept=3, printed=2),
            "14 people were shown you this month, a few kept you, a few took you home on paper.",
        ),
        (Month(shown=1_204, sent=7), "1,204 people were shown you this month, 7 had a text about you."),
        (Month(shown=1), "A few people were shown you this month. Nobody has kept you yet."),
        (Month(shown=4), "A few people were shown you this month. Nobody has kept you yet."),
        (Month(shown=5), "5 people were shown you this month. Nobody has kept you yet."),
        (Month(), "Nobody was shown you this month. It depends on whom we visited and what they love."),
    ],
)
def test_the_sentence(month: Month, words: str) -> None:
    assert brought(month) == words


def test_no_number_below_five_is_ever_told() -> None:
    for shown, kept, printed in product(range(8), repeat=3):
        said = brought(Month(shown=shown, kept=kept, printed=printed))
        assert not {"1", "2", "3", "4"} & set(said)
