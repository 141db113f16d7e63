"""The running stitch: whole, even, the same every time, and counting."""

import math
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connector.core import stitches

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def chords(path: str) -> list[tuple[float, float, float, float]]:
    return [tuple(map(float, NUMBER.findall(part))) for part in path.split("M") if part]  # type: ignore[misc]


@pytest.mark.parametrize(("minutes", "count"), [(0, 1), (1, 1), (4, 4), (14, 14), (20, 20), (45, 20)])
def test_one_stitch_a_minute(minutes: int, count: int) -> None:
    assert len(chords(stitches.seam(minutes).path)) == count


def test_a_longer_way_is_a_longer_seam() -> None:
    widths = [stitches.seam(minutes).width for minutes in range(1, 21)]
    assert widths == [38 + 8 * count for count in range(len(widths))]


def test_the_same_way_is_drawn_the_same() -> None:
    assert stitches.seam(9) == stitches.seam(9)


def test_a_ride_is_one_long_thread() -> None:
    short, long = stitches.ride(8), stitches.ride(30)
    assert [len(chords(drawn.path)) for drawn in (short, long)] == [1, 1]
    assert short.width < long.width


COORDINATE = st.integers(0, 400).map(float)


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=6), st.integers(0, 99))
def test_stitches_are_whole_and_never_cross_a_corner(points: list[tuple[float, float]], seed: int) -> None:
    drawn = chords(stitches.run(points, seed=seed))
    lengths = [math.dist(one, other) for one, other in pairwise(points)]
    per_piece = [max(1, round(length / (stitches.STITCH + stitches.GAP))) for length in lengths if length]
    assert len(drawn) == sum(per_piece)
    assert all(math.dist(stitch[:2], stitch[2:]) <= stitches.STITCH * 2 + 1 for stitch in drawn)


def test_a_hem_goes_right_across() -> None:
    drawn = chords(stitches.hem(680))
    assert drawn[0][0] < 5
    assert drawn[-1][2] > 675
