"""Where a draft's place is, looked up without a network: its point where the row has none, and its ward.

Invariant: nothing is guessed from a name; a place that is cut to its sector gets the middle of the sector at most.
"""

from dataclasses import replace
from typing import Protocol

from cms.geo.answers import Found
from cms.geo.layers import metres_apart
from cms.geo.postcode import Postcode, parse_postcode
from cms.imports.drafts import AssetDraft, PlaceDraft
from cms.imports.points import LATS, LONS

# A point further from its postcode than this belongs to something else: rural sectors reach about so far.
FURTHEST_METRES = 30_000.0
FAR = "lat and lon are far from the postcode, so the postcode was used"


class Gazetteer(Protocol):
    """What this asks of `cms.geo`."""

    def postcode(self, postcode: Postcode) -> Found | None: ...

    def nearest(self, lat: float, lon: float) -> Found | None: ...


def located(draft: AssetDraft, gazetteer: Gazetteer, *, wards: bool = True) -> AssetDraft:
    """The draft with its places looked up. `wards`: whether anybody asks for the ward of a place without a postcode."""
    if not draft.content.places:
        return draft
    notes = list(draft.notes)
    found = [_placed(place, gazetteer, wards, notes) for place in draft.content.places]
    places, codes = tuple(place for place, _ in found), tuple(code for _, code in found)
    content = replace(draft.content, place=places[0], more_places=places[1:])
    return replace(draft, content=content, ward_code=codes[0], more_wards=codes[1:], notes=tuple(notes))


def _placed(place: PlaceDraft, gazetteer: Gazetteer, wards: bool, notes: list[str]) -> tuple[PlaceDraft, str]:
    """The place looked up, and the code of its ward."""
    read = parse_postcode(place.postcode)
    found = gazetteer.postcode(read) if isinstance(read, Postcode) else None
    if found is not None:
        put = _with_point(place, found)
        if put.lat != place.lat and place.lat is not None:
            notes.append(FAR)
        place = put
    elif wards and place.lat is not None and place.lon is not None:
        found = gazetteer.nearest(place.lat, place.lon)
    return place, found.ward_code if found else ""


def _with_point(place: PlaceDraft, found: Found) -> PlaceDraft:
    if not (LATS[0] <= found.lat <= LATS[1] and LONS[0] <= found.lon <= LONS[1]):
        return place
    if place.lat is not None and place.lon is not None:
        away = metres_apart((place.lat, place.lon), (found.lat, found.lon))
        if away <= FURTHEST_METRES or found.precision == "outward":
            return place
    exact = "postcode" if found.precision == "unit" and place.precision != "sector" else "sector"
    return replace(place, lat=round(found.lat, 6), lon=round(found.lon, 6), precision=exact)
