"""A council's areas in the catalogue: loaded, given to the gazetteer, and put on the places that lie in them.

Invariant: loading the same areas again writes nothing. The gazetteer asks the table of areas, so every process knows a
new name within half a minute.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from django.db import DatabaseError, transaction
from django.db.models import Count, Max, Sum
from django.db.models.functions import Length

from cms import signals
from cms.at_places import assets_at
from cms.geo.gazetteer import TableRow
from cms.geo.postcode import Postcode, parse_postcode
from cms.geo.sources import forget_tables, get_gazetteer
from cms.imports.areas import AreaRow
from cms.models import Area, Place

_FIELDS = ("name", "kind", "lat", "lon")


class Loaded(NamedTuple):
    """How many areas were new, changed and already so, and how many places were put in their ward."""

    new: int
    changed: int
    unchanged: int
    placed: int


def load_areas(rows: Sequence[AreaRow]) -> Loaded:
    """Put the areas in, in one transaction, and every place without a ward into its own where it is known now."""
    with transaction.atomic():
        before = {area.code: area for area in Area.objects.filter(code__in=[row.code for row in rows])}
        new = [Area(code=row.code, **_values(row)) for row in rows if row.code not in before]
        changed = [area for row in rows if (area := before.get(row.code)) and _take(area, row)]
        Area.objects.bulk_create(new)
        Area.objects.bulk_update(changed, _FIELDS)
        placed = _place_in_wards()
        transaction.on_commit(forget_tables)
    return Loaded(len(new), len(changed), len(rows) - len(new) - len(changed), placed)


def area_rows() -> Iterable[TableRow]:
    """The areas as the gazetteer reads them; none where there is no database to ask."""
    try:
        areas = list(Area.objects.order_by("pk"))
    except (DatabaseError, RuntimeError):  # not migrated yet, or somebody who may ask no database
        return
    for area in areas:
        ward = area.kind == "ward"
        yield (
            TableRow(ward_code=area.code, ward_name=area.name)
            if ward
            else TableRow(district_code=area.code, district_name=area.name)
        )
        if area.lat is not None:
            codes = {"ward_code": area.code} if ward else {"district_code": area.code}
            yield TableRow(lat=area.lat, lon=area.lon, name=area.name, kind=area.kind, **codes)


def areas_version() -> Hashable:
    """Something that differs when the areas do."""
    try:
        found = Area.objects.aggregate(Count("pk"), Max("pk"), Sum("lat"), Sum("lon"), letters=Sum(Length("name")))
    except (DatabaseError, RuntimeError):
        return None
    return tuple(found.values())


def _values(row: AreaRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in _FIELDS}


def _take(area: Area, row: AreaRow) -> bool:
    """Whether the row changes the area; a point that the row does not give stays."""
    values = {name: value for name, value in _values(row).items() if value is not None}
    if all(getattr(area, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(area, name, value)
    return True


def _place_in_wards() -> int:
    wards = dict(Area.objects.filter(kind="ward").values_list("code", "pk"))
    placed = []
    for place in Place.objects.filter(ward=None).exclude(postcode="", lat=None).order_by("pk"):
        place.ward_id = wards.get(_ward_code(place))
        if place.ward_id is not None:
            placed.append(place)
    Place.objects.bulk_update(placed, ["ward"], batch_size=500)
    pks = [place.pk for place in placed]
    for start in range(0, len(pks), 500):
        signals.announce(assets_at(pks[start : start + 500]))
    return len(placed)


def _ward_code(place: Place) -> str:
    gazetteer = get_gazetteer()
    postcode = parse_postcode(place.postcode)
    found = gazetteer.postcode(postcode) if isinstance(postcode, Postcode) else None
    if found is None and place.lat is not None and place.lon is not None:
        found = gazetteer.nearest(place.lat, place.lon)
    return found.ward_code if found else ""
