"""A council's outlines, read from a GeoJSON file: polygons with the code and the name of each area.

Invariant: pure; every feature is an outline or a problem with its number, and a code has one outline. Lines are thinned
to what a map beside a list can show, so that a file of ten megabytes is a page of a few kilobytes.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cms.imports.areas import AreaProblem, AreaRow, area_of
from cms.imports.points import LATS, LONS

Ring = list[list[float]]
MOST_BYTES: Final = 200_000_000
# About ten metres: less than the width of a line.
FINEST: Final = 0.0001


class UnreadableOutlinesError(ValueError):
    """The file is no GeoJSON with features. The message says what to do."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One area and its polygons: longitude before latitude, WGS 84."""

    area: AreaRow
    polygons: list[list[Ring]]


def read_outlines(path: Path) -> tuple[list[OutlineRow], list[AreaProblem]]:
    """Every outline of a file, and every feature that is none. Raises UnreadableOutlinesError."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableOutlinesError(
                f"{path} is larger than {MOST_BYTES // 1_000_000} MB. Load your own area only."
            )
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableOutlinesError(f"{path} cannot be read. Check the name, and that you may read it.") from error
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise UnreadableOutlinesError(f"{path} is no GeoJSON. Export it again as GeoJSON, in UTF-8.") from error
    return outlines(told)


def outlines(told: Any) -> tuple[list[OutlineRow], list[AreaProblem]]:
    """The features of a FeatureCollection as outlines, in order. Raises UnreadableOutlinesError."""
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        raise UnreadableOutlinesError('There are no features. The file needs "type": "FeatureCollection".')
    found: dict[str, OutlineRow] = {}
    problems: list[AreaProblem] = []
    for number, feature in enumerate(features, start=1):
        row = _outline(feature)
        if isinstance(row, OutlineRow) and row.area.code in found:
            row = f"{row.area.code} has an outline already. Give each area one feature, of several polygons if need be."
        if isinstance(row, str):
            problems.append(AreaProblem(number, row))
        else:
            found[row.area.code] = row
    return list(found.values()), problems


def _outline(feature: Any) -> OutlineRow | str:
    if not isinstance(feature, Mapping):
        return "It is no feature."
    properties = feature.get("properties")
    area = area_of({str(key).casefold(): value for key, value in dict(properties or {}).items()})
    if isinstance(area, str):
        return area
    polygons = _polygons(feature.get("geometry"))
    return polygons if isinstance(polygons, str) else OutlineRow(area, polygons)


def _polygons(geometry: Any) -> list[list[Ring]] | str:
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if kind not in {"Polygon", "MultiPolygon"}:
        return f"Its geometry is {kind or 'missing'}. It must be a Polygon or a MultiPolygon."
    given = geometry.get("coordinates")
    try:
        polygons = [given] if kind == "Polygon" else list(given)
        rings = [[[_point(point) for point in ring] for ring in polygon] for polygon in polygons]
    except (TypeError, ValueError, IndexError):
        return "Its coordinates are not rings of longitudes and latitudes."
    if not rings or any(not polygon or any(len(ring) < 4 for ring in polygon) for polygon in rings):
        return "A ring needs four points or more, the first again at the end."
    (south, north), (west, east) = LATS, LONS
    if any(not (west <= x <= east and south <= y <= north) for polygon in rings for ring in polygon for x, y in ring):
        return (
            "It lies outside of the United Kingdom. Export it in longitude and latitude (WGS 84, EPSG:4326), "
            "in this order, not in eastings and northings."
        )
    return [[thinned(ring) for ring in polygon] for polygon in rings]


def _point(point: Any) -> list[float]:
    x, y = float(point[0]), float(point[1])
    if not (math.isfinite(x) and math.isfinite(y)):
        raise ValueError("not a number")
    return [x, y]


def thinned(ring: Ring) -> Ring:
    """The ring without points that stand off less than about ten metres from the line between their neighbours (D. H.
    Douglas, T. K. Peucker, 1973). Closed, and never fewer than four points."""
    closed = ring if ring[0] == ring[-1] else [*ring, ring[0]]
    far = max(range(len(closed)), key=lambda at: math.dist(closed[0], closed[at]))
    keep = {0, far, len(closed) - 1}
    waiting = [(0, far), (far, len(closed) - 1)]
    while waiting:
        first, last = waiting.pop()
        middle, away = first, 0.0
        for at in range(first + 1, last):
            if (off := _off(closed[at], closed[first], closed[last])) > away:
                middle, away = at, off
        if away > FINEST:
            keep.add(middle)
            waiting += [(first, middle), (middle, last)]
    kept = [[round(x, 5), round(y, 5)] for x, y in (closed[at] for at in sorted(keep))]
    return kept if len(kept) > 3 else [[round(x, 5), round(y, 5)] for x, y in closed]


def _off(point: list[float], one: list[float], other: list[float]) -> float:
    """How far a point is from the piece of line between two others, in degrees."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    along = ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.dist(point, (one[0] + along * dx, one[1] + along * dy))
