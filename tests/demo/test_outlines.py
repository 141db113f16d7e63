"""The demonstration borough's outlines: one for each ward, and every postcode and place inside that of its own."""

import csv
from itertools import pairwise

import pytest

from cms.imports.geojson import OutlineRow, read_outlines
from connector.demo.borough import DATA, OUTLINES, records


@pytest.fixture(scope="module")
def drawn() -> dict[str, OutlineRow]:
    rows, problems = read_outlines(OUTLINES)
    assert problems == []
    return {row.area.code: row for row in rows}


def inside(lat: float, lon: float, ring: list[list[float]]) -> bool:
    """Whether a ray from the point crosses the ring an odd number of times."""
    crossed = False
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > lat) != (y1 > lat) and lon < x0 + (lat - y0) / (y1 - y0) * (x1 - x0):
            crossed = not crossed
    return crossed


def test_each_ward_has_one(drawn: dict[str, OutlineRow]) -> None:
    assert {code: row.area.name for code, row in drawn.items()} == {w["code"]: w["name"] for w in records("wards")}


def test_places_and_postcodes_lie_in_their_wards(drawn: dict[str, OutlineRow]) -> None:
    with (DATA / "postcodes.csv").open(encoding="utf-8") as file:
        points = [(row["postcode"], row["ward"], row["lat"], row["lon"]) for row in csv.DictReader(file)]
    points += [(each["key"], each["ward"], each["lat"], each["lon"]) for each in records("places")]
    outside = [
        name
        for name, ward, lat, lon in points
        if lat and [code for code, row in drawn.items() if inside(float(lat), float(lon), row.polygons[0][0])] != [ward]
    ]
    assert outside == []
