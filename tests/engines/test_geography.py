"""Circles, squares and distances over many points: the same as one point at a time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.matching import metres_between
from search.engines.tantivy.cells import COARSEST, FINEST, LEVELS, at_level, cell_names, cells_of, codes
from search.engines.tantivy.columns import Ragged
from search.engines.tantivy.geography import Geography, metres_to, radius_of
from search.types import Point
from tests.engines.contract import drawn
from tests.examples import examples

ANYWHERE = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
IN_TOWN = st.builds(Point, st.floats(53.4, 53.5), st.floats(-2.3, -2.2))
PLACES = st.lists(st.lists(IN_TOWN | ANYWHERE, max_size=3), min_size=1, max_size=30)
RADII = st.sampled_from((0.0, 1.0, 700.0, 3_000.0, 20_000.0, 900_000.0, 20_100_000.0))


def geography(places: list[list[Point]]) -> Geography:
    lists = [[(point.lat, point.lon) for point in points] for points in places]
    return Geography(Ragged.of(lists, np.float64, width=2), len(places))


@given(near=ANYWHERE | IN_TOWN, points=st.lists(ANYWHERE | IN_TOWN, min_size=1, max_size=20))
@settings(drawn, max_examples=examples(50))
def test_distances_are_those_of_one_point_at_a_time(near: Point, points: list[Point]) -> None:
    lat, lon = np.array([point.lat for point in points]), np.array([point.lon for point in points])
    assert metres_to(near, lat, lon) == pytest.approx([metres_between(near, point) for point in points], abs=0.0011)


@given(near=ANYWHERE | IN_TOWN, places=PLACES, radius_m=RADII, loose=st.integers(0, 5))
@settings(drawn, max_examples=examples(150))
def test_squares_and_loose_points_are_what_is_inside(
    near: Point, places: list[list[Point]], radius_m: float, loose: int
) -> None:
    made = geography(places)
    inside = made.inside(near, radius_m, made.chords(near))
    cover = made.cover(inside, loose)
    by_cover = {
        row
        for row, points in enumerate(places)
        if row in cover.loose.tolist() or any(set(cells_of(point)) & set(cover.cells) for point in points)
    }
    plain = {
        row for row, points in enumerate(places) if any(metres_between(near, point) <= radius_m for point in points)
    }
    assert by_cover == plain == set(np.flatnonzero(made.rows_with(inside)).tolist())


@given(near=ANYWHERE | IN_TOWN, places=PLACES)
@settings(drawn, max_examples=examples(50))
def test_the_closest_chord_belongs_to_the_closest_point(near: Point, places: list[list[Point]]) -> None:
    made = geography(places)
    closest = made.closest(made.chords(near))
    metres = made.metres(near, np.arange(len(places)))
    for row, points in enumerate(places):
        if points:
            assert metres[row] == pytest.approx(min(metres_between(near, point) for point in points), abs=0.0011)
            assert metres[row] <= radius_of(closest[row])
        else:
            assert np.isinf(closest[row])
            assert np.isinf(metres[row])


def test_the_edge_of_the_circle_is_inside() -> None:
    near, point = Point(53.4794, -2.2453), Point(53.4246, -2.3222)
    made = geography([[point]])
    exact = metres_between(near, point)
    for radius_m, expected in ((exact, True), (exact - 0.001, False), (exact + 0.001, True)):
        assert made.inside(near, radius_m, made.chords(near)).tolist() == [expected]


@pytest.fixture(scope="module")
def town() -> Geography:
    """5,000 points in a square of some 11 by 7 kilometres."""
    places = np.random.default_rng(5).random((5_000, 2)) / 10
    return geography([[Point(53.4 + north, -2.3 + east)] for north, east in places.tolist()])


def test_a_circle_round_a_whole_town_takes_only_the_largest_squares(town: Geography) -> None:
    near = Point(53.45, -2.25)
    cover = town.cover(town.inside(near, 50_000, town.chords(near)), 0)
    assert {cell.split(":")[0] for cell in cover.cells} == {str(COARSEST)}
    assert not len(cover.loose)


@pytest.mark.parametrize("loose", [0, 20, 100])
def test_squares_get_smaller_until_few_points_are_left(town: Geography, loose: int) -> None:
    near = Point(53.45, -2.25)
    inside = town.inside(near, 2_000, town.chords(near))
    cover = town.cover(inside, loose)
    assert np.count_nonzero(inside) > 500
    assert len(cover.loose) <= max(loose, 30)
    assert len(cover.cells) < 500


@given(point=ANYWHERE | IN_TOWN)
@settings(drawn, max_examples=examples(50))
def test_a_point_lies_in_the_same_squares_alone_and_among_others(point: Point) -> None:
    fine = codes(np.array([point.lat, 0.0]), np.array([point.lon, 0.0]))
    assert cells_of(point) == tuple(cell_names(level, at_level(fine, level))[0] for level in LEVELS)


def test_squares_of_a_point_lie_in_one_another() -> None:
    close, far = cells_of(Point(53.47940, -2.24530)), cells_of(Point(53.47941, -2.24531))
    assert len(close) == len(LEVELS)
    assert close == far
    assert not set(close) & set(cells_of(Point(-33.9, 18.4)))
    assert len(set(cells_of(Point(90, 180)))) == FINEST - LEVELS.start + 1
