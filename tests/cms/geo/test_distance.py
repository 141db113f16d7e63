"""How far things are, for one and for many."""

import numpy as np
import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from cms.geo.distance import metres_between, metres_to_many

points = st.tuples(st.floats(49.0, 61.0), st.floats(-8.0, 2.0))


@given(points, st.lists(points, min_size=1, max_size=8))
def test_many_at_once_agree_with_geopy(origin: tuple[float, float], others: list[tuple[float, float]]) -> None:
    lats, lons = zip(*others, strict=True)
    ours = metres_to_many(origin, lats, lons)
    theirs = [great_circle(origin, other).meters for other in others]
    np.testing.assert_allclose(ours, theirs, rtol=0.001, atol=0.01)


@given(points, points)
def test_what_ranks_is_what_is_shown(one: tuple[float, float], other: tuple[float, float]) -> None:
    shown = metres_between(one, other)
    assert shown == great_circle(one, other).meters
    assert float(metres_to_many(one, [other[0]], [other[1]])[0]) == pytest.approx(shown, rel=0.001, abs=0.01)


def test_the_shape_of_many_is_kept() -> None:
    assert metres_to_many((53.4, -2.3), np.zeros((2, 3)), np.zeros((2, 3))).shape == (2, 3)
    assert metres_to_many((53.4, -2.3), [], []).shape == (0,)
    assert metres_to_many((53.4, -2.3), 53.4, -2.3) == 0.0
