"""A council's outlines in the catalogue. Invariant: all of a file or nothing; loading it again writes nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction

from cms.imports.geojson import OutlineRow
from cms.imports.wards import load_areas
from cms.models import Area, Outline


class Outlined(NamedTuple):
    """How many outlines were new, changed and already so, and how many areas were new with them."""

    new: int
    changed: int
    unchanged: int
    areas: int


def load_outlines(rows: Sequence[OutlineRow], attribution: str = "") -> Outlined:
    """Put the outlines in, and the areas that the catalogue does not have yet."""
    codes = [row.area.code for row in rows]
    with transaction.atomic():
        known = set(Area.objects.filter(code__in=codes).values_list("code", flat=True))
        unknown = [row.area for row in rows if row.area.code not in known]
        if unknown:
            load_areas(unknown)
        areas = {area.code: area for area in Area.objects.filter(code__in=codes)}
        before = {each.area_id: each for each in Outline.objects.filter(area__in=areas.values())}
        counts = [_put(areas[row.area.code], row, attribution, before) for row in rows]
    return Outlined(counts.count("new"), counts.count("changed"), counts.count("unchanged"), len(unknown))


def _put(area: Area, row: OutlineRow, attribution: str, before: dict[int, Outline]) -> str:
    outline = before.get(area.pk)
    if outline is None:
        Outline.objects.create(area=area, polygons=row.polygons, attribution=attribution)
        return "new"
    if outline.polygons == row.polygons and outline.attribution == attribution:
        return "unchanged"
    outline.polygons, outline.attribution = row.polygons, attribution
    outline.save()
    return "changed"
