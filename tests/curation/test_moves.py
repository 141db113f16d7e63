"""Two lists of answers compared, as a table."""

import pytest

from connector.curation.moves import Move, Way, moves
from connector.curation.showing import ordinal, sentences

NAMES = {1: "Lace Circle", 2: "Quilters", 3: "Choir", 4: "Bowls"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], []),
        ([1, 2], [1, 2], [(1, Way.STAYS), (2, Way.STAYS)]),
        ([], [1], [(1, Way.IN)]),
        ([1], [], [(1, Way.OUT)]),
        ([1, 2], [2, 1], [(2, Way.UP), (1, Way.DOWN)]),
        ([1, 2, 3], [4, 1, 3], [(4, Way.IN), (1, Way.DOWN), (3, Way.STAYS), (2, Way.OUT)]),
        ([1, 2, 3], [3], [(3, Way.UP), (1, Way.OUT), (2, Way.OUT)]),
    ],
)
def test_each_is_told_once(before: list[int], after: list[int], expected: list[tuple[int, Way]]) -> None:
    assert [(move.key, move.way) for move in moves(before, after)] == expected


def test_places_are_counted_from_one() -> None:
    assert moves([1, 2], [2, 3]) == (Move(2, 2, 1), Move(3, None, 2), Move(1, 1, None))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([1, 2], [1, 2], []),
        ([1], [2, 1], ["Comes in: Quilters (1st).", "Moves down: Lace Circle (1st to 2nd)."]),
        ([1, 2, 3], [3, 4], ["Comes in: Bowls (2nd).", "Goes out: Lace Circle (was 1st); Quilters (was 2nd).",
                             "Moves up: Choir (3rd to 1st)."]),
    ],
)  # fmt: skip
def test_every_change_is_a_sentence(before: list[int], after: list[int], said: list[str]) -> None:
    assert sentences(moves(before, after), NAMES) == said


def test_ordinals() -> None:
    assert [ordinal(place) for place in (1, 2, 3, 4, 10, 11, 12, 13, 21, 111)] == [
        *("1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "21st", "111th")
    ]  # fmt: skip
