"""The hull of postcodes: every one of them inside, corners among them, from both tables."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.geo.gazetteer import NationalGazetteer, TableGazetteer, TableRow
from cms.geo.hull import hull

POINT = st.tuples(st.integers(53_700, 53_799), st.integers(-2_099, -2_000)).map(lambda p: (p[0] / 1000, p[1] / 1000))


@given(st.lists(POINT, min_size=3, max_size=30))
def test_every_point_lies_inside(points: list[tuple[float, float]]) -> None:
    ring = hull(points)
    if not ring:
        assert spans_nothing(points)
        return
    assert ring[0] == ring[-1]
    assert {(lat, lon) for lon, lat in ring} <= set(points)
    for lat, lon in points:
        for (x0, y0), (x1, y1) in pairwise(ring):
            assert (x1 - x0) * (lat - y0) - (y1 - y0) * (lon - x0) >= -1e-9


def spans_nothing(points: list[tuple[float, float]]) -> bool:
    (lat0, lon0), *others = sorted(set(points))
    if not others:
        return True
    lat1, lon1 = others[-1]
    return all(abs((lon1 - lon0) * (lat - lat0) - (lat1 - lat0) * (lon - lon0)) < 1e-9 for lat, lon in others)


@pytest.mark.parametrize("points", [[], [(53.7, -2.0)], [(53.7, -2.0), (53.8, -2.0)], [(53.7, -2.0)] * 5])
def test_too_few_points_make_none(points: list[tuple[float, float]]) -> None:
    assert hull(points) == []


def test_a_wards_postcodes_come_from_its_own_sectors_alone() -> None:
    gazetteer = NationalGazetteer()
    sale = gazetteer.find("M33 7ZF")
    points = gazetteer.units_in(sale.ward_code)
    assert len(points) > 100
    assert all(abs(lat - sale.lat) < 0.05 and abs(lon - sale.lon) < 0.08 for lat, lon in points)
    lat, lon = min(points, key=lambda point: abs(point[0] - sale.lat) + abs(point[1] - sale.lon))
    assert (lat, lon) == pytest.approx((sale.lat, sale.lon))


def test_a_sectors_postcodes() -> None:
    gazetteer = NationalGazetteer()
    sector, points = gazetteer.find("M33 7"), gazetteer.units_in("M33 7")
    assert len(points) > 100
    assert sum(lat for lat, _ in points) / len(points) == pytest.approx(sector.lat, abs=0.001)


@pytest.mark.parametrize("code", ["", "E05999999", "Weavers", "M33", "ZZ9 9"])
def test_what_is_not_known_has_none(code: str) -> None:
    assert list(NationalGazetteer().units_in(code)) == []


def test_a_loaded_table_has_its_own() -> None:
    rows = [TableRow(f"ZM1 1A{letter}", 53.7, -2.0 - at / 100, ward_code="mill") for at, letter in enumerate("ABD")]
    table = TableGazetteer([*rows, TableRow("ZM2 1AA", 53.8, -2.0, ward_code="hill")])
    assert len(table.units_in("mill")) == len(table.units_in("ZM1 1")) == 3
