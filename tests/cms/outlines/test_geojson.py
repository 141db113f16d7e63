"""Outlines from GeoJSON: what is read, what is refused and why, and how lines are thinned."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.imports.geojson import FINEST, UnreadableOutlinesError, outlines, read_outlines, thinned

SQUARE = [[-2.05, 53.73], [-2.03, 53.73], [-2.03, 53.74], [-2.05, 53.74], [-2.05, 53.73]]
PLAIN = {"code": "E05000001", "name": "Mill Ward"}


def feature(properties: Any = None, kind: str = "Polygon", coordinates: Any = None) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": PLAIN if properties is None else properties,
        "geometry": {"type": kind, "coordinates": [SQUARE] if coordinates is None else coordinates},
    }


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        (PLAIN, "ward"),
        ({"WD24CD": "E05000001", "WD24NM": "Mill Ward", "BNG_E": 1}, "ward"),
        ({"LAD24CD": "E08000001", "LAD24NM": "Mill Borough"}, "district"),
    ],
)
def test_a_feature_is_an_area_and_its_polygons(properties: dict, kind: str) -> None:
    (row,), problems = outlines(collection(feature(properties)))
    assert problems == []
    assert (row.area.kind, row.polygons) == (kind, [[SQUARE]])


def test_several_polygons_and_holes_are_kept() -> None:
    (row,), _ = outlines(collection(feature(kind="MultiPolygon", coordinates=[[SQUARE, SQUARE], [SQUARE]])))
    assert [len(polygon) for polygon in row.polygons] == [2, 1]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (feature({"name": "Mill Ward"}), "There is no code"),
        (feature({"code": "E05000001"}), "There is no name"),
        (feature(kind="Point", coordinates=[-2, 53]), "Its geometry is Point"),
        ({**feature(), "geometry": None}, "Its geometry is missing"),
        (feature(coordinates=[[[-2.05, 53.73], [-2.03, 53.73], [-2.05, 53.73]]]), "four points or more"),
        (feature(coordinates=[]), "four points or more"),
        (feature(coordinates=[[[x * 10_000, y] for x, y in SQUARE]]), "eastings and northings"),
        (feature(coordinates=[[[y, x] for x, y in SQUARE]]), "in this order"),
        (feature(coordinates=[[["a", "b"]] * 4]), "not rings"),
        (feature(coordinates=[[[math.nan, 53.0]] * 4]), "not rings"),
        (feature(coordinates=7), "not rings"),
        ("feature", "no feature"),
    ],
)
def test_what_is_no_outline_says_what_to_do(wrong: Any, says: str) -> None:
    rows, (problem,) = outlines(collection(feature({"code": "E05000002", "name": "Good"}), wrong))
    assert len(rows) == 1
    assert problem.line == 2
    assert says in problem.reason


def test_a_code_has_one_outline() -> None:
    _, (problem,) = outlines(collection(feature(), feature()))
    assert "has an outline already" in problem.reason


@pytest.mark.parametrize(
    ("told", "says"), [("{", "Export it again"), ("[]", "no features"), ('{"type": "Topology"}', "no features")]
)
def test_a_file_that_is_no_geojson(tmp_path: Path, told: str, says: str) -> None:
    path = tmp_path / "areas.geojson"
    path.write_text(told, encoding="utf-8")
    with pytest.raises(UnreadableOutlinesError, match=says):
        read_outlines(path)


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(UnreadableOutlinesError, match="cannot be read"):
        read_outlines(tmp_path / "nowhere.geojson")
    path = tmp_path / "utf16.geojson"
    path.write_text(json.dumps(collection(feature())), encoding="utf-16")
    with pytest.raises(UnreadableOutlinesError, match="UTF-8"):
        read_outlines(path)


@given(st.lists(st.tuples(st.floats(-2.1, -1.9), st.floats(53.6, 53.8)), min_size=4, max_size=40))
def test_a_thinned_ring_stays_closed_and_near(points: list[tuple[float, float]]) -> None:
    """Of a long wobbling ring: every point that is left was there, ends meet, and four remain."""
    ring = [[x, y] for x, y in points]
    kept = thinned([*ring, ring[0]])
    assert kept[0] == kept[-1]
    assert 4 <= len(kept) <= len(ring) + 1
    assert {tuple(point) for point in kept} <= {(round(x, 5), round(y, 5)) for x, y in ring}


def test_a_circle_of_ten_thousand_points_is_thinned_to_a_hundred() -> None:
    turns = [2 * math.pi * n / 10_000 for n in range(10_000)]
    ring = [[-2 + 0.05 * math.cos(turn), 53.7 + 0.05 * math.sin(turn)] for turn in turns]
    kept = thinned([*ring, ring[0]])
    assert len(kept) < 150
    assert all(abs(math.hypot(x + 2, y - 53.7) - 0.05) < FINEST for x, y in kept)
