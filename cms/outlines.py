"""What a map beside a list shows behind its pins, as GeoJSON: the council's own outlines, else the hull of a ward's
postcodes; and the places that people know there.

Invariant: a hull is marked approximate, and reckoned once a process; only codes of areas and of postcode sectors are
asked for, never a person's place.
"""

from collections.abc import Collection
from functools import lru_cache
from typing import Any, Final

from cms.geo.hull import Ring, hull
from cms.geo.postcode import Postcode, parse_postcode
from cms.geo.sources import get_gazetteer
from cms.landmarks import landmarks
from cms.models import Area, Outline

# More than stand on any page of a list.
MOST: Final = 60
Feature = dict[str, Any]


def outlines_of(wards: Collection[str], sectors: Collection[str]) -> dict[str, Any]:
    """A FeatureCollection: every outline that was loaded, then a hull for each of these wards without one, then a hull
    for each of these sectors, then the landmarks of these wards. What is not known is left out."""
    features = [_loaded(each) for each in Outline.objects.select_related("area").order_by("area__code")]
    drawn = {feature["properties"]["code"] for feature in features}
    names = dict(Area.objects.filter(code__in=list(wards)[:MOST]).values_list("code", "name"))
    features += [_hull(code, name, "ward") for code, name in sorted(names.items()) if code not in drawn]
    features += [_hull(label, label, "sector") for label in sorted(_sectors(sectors))]
    features += landmarks(list(wards)[:MOST])
    return {"type": "FeatureCollection", "features": [each for each in features if each["geometry"]["coordinates"]]}


def _loaded(outline: Outline) -> Feature:
    area = outline.area
    told = {"code": area.code, "name": area.name, "kind": area.kind, "approximate": False}
    geometry = {"type": "MultiPolygon", "coordinates": outline.polygons}
    return {"type": "Feature", "properties": told | {"attribution": outline.attribution}, "geometry": geometry}


def _hull(code: str, name: str, kind: str) -> Feature:
    ring = _ring(code)
    told = {"code": code, "name": name, "kind": kind, "approximate": True, "attribution": ""}
    geometry = {"type": "Polygon", "coordinates": [ring] if ring else []}
    return {"type": "Feature", "properties": told, "geometry": geometry}


@lru_cache(maxsize=2048)
def _ring(code: str) -> Ring:
    return hull(get_gazetteer().units_in(code))


def _sectors(labels: Collection[str]) -> set[str]:
    """Those that are sectors, as they are written: a whole postcode becomes the sector that it is in."""
    read = (parse_postcode(label) for label in list(labels)[:MOST])
    return {each.sector for each in read if isinstance(each, Postcode) and each.sector}
