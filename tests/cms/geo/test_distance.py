"""How far things are, in numbers and in words."""

import numpy as np
import pytest
from geopy.distance import geodesic, great_circle
from hypothesis import given
from hypothesis import strategies as st

from cms.geo.distance import METRES_A_MILE, PACES, Pace, in_words, metres_between, metres_to_many, walking_minutes

points = st.tuples(st.floats(49.0, 61.0), st.floats(-8.0, 2.0))


@given(points, st.lists(points, min_size=1, max_size=8))
def test_many_at_once_agree_with_geopy(origin: tuple[float, float], others: list[tuple[float, float]]) -> None:
    lats, lons = zip(*others, strict=True)
    ours = metres_to_many(origin, lats, lons)
    theirs = [great_circle(origin, other).meters for other in others]
    np.testing.assert_allclose(ours, theirs, rtol=0.001, atol=0.01)


@given(points, points)
def test_what_ranks_is_near_what_is_shown(one: tuple[float, float], other: tuple[float, float]) -> None:
    shown = metres_between(one, other)
    assert shown == geodesic(one, other).meters
    assert float(metres_to_many(one, [other[0]], [other[1]])[0]) == pytest.approx(shown, rel=0.006, abs=0.01)


def test_the_shape_of_many_is_kept() -> None:
    assert metres_to_many((53.4, -2.3), np.zeros((2, 3)), np.zeros((2, 3))).shape == (2, 3)
    assert metres_to_many((53.4, -2.3), [], []).shape == (0,)
    assert metres_to_many((53.4, -2.3), 53.4, -2.3) == 0.0


@pytest.mark.parametrize(
    ("metres", "pace", "minutes"),
    [
        (0, "usual", 1),
        (61, "usual", 1),
        (62, "usual", 2),
        (500, "usual", 9),
        (500, "slow", 13),
        (500, "with_frame", 22),
    ],
)
def test_minutes_on_foot_allow_for_the_streets_and_the_pace(metres: float, pace: Pace, minutes: int) -> None:
    assert walking_minutes(metres, pace) == minutes


@given(st.floats(0, 50_000), st.floats(0, 5_000), st.sampled_from(sorted(PACES)))
def test_further_never_takes_less(metres: float, more: float, pace: Pace) -> None:
    assert walking_minutes(metres + more, pace) >= walking_minutes(metres, pace) >= 1


@pytest.mark.parametrize(
    ("metres", "pace", "words"),
    [
        (0, "usual", "1 minute's walk"),
        (240, "usual", "4 minutes' walk"),
        (1846, "usual", "30 minutes' walk"),
        (1847, "usual", "about 1 mile"),
        (700, "with_frame", "about half a mile"),
        (1200, "with_frame", "about three quarters of a mile"),
        (1.5 * METRES_A_MILE, "usual", "about 1 and a half miles"),
        (2 * METRES_A_MILE, "usual", "about 2 miles"),
        (2.6 * METRES_A_MILE, "slow", "about 2 and a half miles"),
        (7.4 * METRES_A_MILE, "usual", "about 7 miles"),
        (100 * METRES_A_MILE, "usual", "about 100 miles"),
    ],
)
def test_says_how_far_in_words(metres: float, pace: Pace, words: str) -> None:
    assert in_words(metres, pace) == words
