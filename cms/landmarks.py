"""What people know a patch by: its libraries, halls and parks, as points behind the pins of a map.

Invariant: only what everybody may see, and whose point is that of the door or the postcode; nothing depends on who is
looking.
"""

from collections.abc import Collection
from typing import Any, Final

from cms.models import Asset, Kind, Place
from cms.visibility import PUBLIC

# More names than these make a picture of a patch harder to read, not easier.
MOST: Final = 24


def landmarks(wards: Collection[str]) -> list[dict[str, Any]]:
    """Places of these wards that are listings themselves, as GeoJSON points with their names, in the order of those."""
    shown = Asset.objects.visible_to(PUBLIC).whereabouts_told().filter(kind=Kind.PLACE)
    known = shown.filter(asset_places__place__ward__code__in=wards)
    places = (
        Place.objects.filter(live=True, asset_places__asset__in=known, ward__code__in=wards, lat__isnull=False)
        .exclude(name="")
        .exclude(precision=Place.Precision.SECTOR)
        .order_by("name", "pk")
        .distinct()
    )
    return [_feature(place) for place in places[:MOST]]


def _feature(place: Place) -> dict[str, Any]:
    told = {"code": f"place-{place.pk}", "name": place.name, "kind": "landmark", "approximate": False}
    geometry = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "properties": told | {"attribution": ""}, "geometry": geometry}
