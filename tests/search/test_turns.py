"""Small groups get their turn among equals, as a table; the draw can be worked out again."""

from hashlib import sha256
from statistics import mean

import pytest

from search.turns import MOST, turn
from search.types import CandidateFeatures

DAY = 20_000


@pytest.mark.parametrize(
    ("changes", "gets"),
    [
        ({"size": 9}, True),
        ({"size": 40}, False),
        ({"slots": frozenset({"tue-morning"})}, True),
        ({"slots": frozenset({"tue-morning", "wed-morning", "thu-morning"})}, False),
        ({}, False),
        ({"size": 9, "room": "full"}, False),
        ({"size": 9, "kind": "service"}, False),
    ],
)
def test_who_gets_one(changes: dict[str, object], gets: bool) -> None:
    candidate = CandidateFeatures(**{"asset_id": 7, "kind": "group", **changes})  # type: ignore[arg-type]
    assert (turn(candidate, DAY) > 0) == gets


def test_the_draw_can_be_worked_out_again() -> None:
    drawn = sha256(b"20000:7").hexdigest()[:16]
    assert turn(CandidateFeatures(7, "group", size=9), DAY) == MOST * int(drawn, 16) / 2**64


def test_over_the_days_every_small_group_comes_first_about_as_often() -> None:
    equals = [CandidateFeatures(number, "group", size=9) for number in (3, 5, 8)]
    firsts = [max(equals, key=lambda each: turn(each, DAY + day)).asset_id for day in range(600)]
    assert all(150 < firsts.count(each.asset_id) < 250 for each in equals)
    assert mean(turn(equals[0], DAY + day) for day in range(600)) == pytest.approx(MOST / 2, rel=0.1)
