"""Where an asset is, seen from somewhere: its nearest place, how far that is, how one gets into it.

Invariant: reads what is prefetched and asks for nothing else; a place whose point is only roughly known says "about".
"""

from cms import access, wording
from cms.cards import Distance, Spot
from cms.geo.distance import metres_between
from cms.geo.effort import ON_FOOT, Way, effort, far_away
from cms.geo.postcode import sector_of
from cms.models import Asset, Kind, Place
from cms.secrecy import NOT_TOLD

Near = tuple[float, float]
_REACH = {Asset.Reach.ONLINE: "Online", Asset.Reach.VISITING: "Comes to you"}


def places_of(asset: Asset) -> list[Place]:
    """Its places in the order that they were given, then those of its sessions: as search knows it too. None where they
    are secret."""
    if asset.secret:
        return []
    held = [session.place for session in asset.sessions.all() if session.place]
    places = {place.pk: place for place in [*(row.place for row in asset.asset_places.all()), *held]}
    return [place for place in places.values() if place.live]


def distance_to(place: Place, near: Near | None, way: Way = ON_FOOT) -> Distance | None:
    """How far a place is, or None where either point is not known. `near`: latitude and longitude.

    Minutes only where the place's point is that of its door or postcode.
    """
    if near is None or place.lat is None or place.lon is None:
        return None
    metres = metres_between(near, (place.lat, place.lon))
    if place.precision == Place.Precision.SECTOR:
        return Distance(round(metres), None, far_away(metres))
    told = effort(metres, way)
    return Distance(told.metres, told.minutes, told.words.replace("'", "’"), told.travel)


def nearest_place(asset: Asset, near: Near | None, way: Way = ON_FOOT) -> tuple[Place | None, Distance | None]:
    """The place to show: the nearest of those with a point, else the first."""
    places = places_of(asset)
    measured = [(far, place) for place in places if (far := distance_to(place, near, way))]
    if measured:
        far, place = min(measured, key=lambda pair: pair[0].metres)
        return place, far
    return (places[0] if places else None), None


def place_words(asset: Asset, place: Place | None) -> str:
    """Where it is, in a few words: the place's name, else its address; the areas it serves; online; comes to you."""
    if asset.secret:
        return NOT_TOLD
    if asset.reach in _REACH:
        return _REACH[Asset.Reach(asset.reach)]
    if place is not None and asset.reach == Asset.Reach.PLACES:
        street = "" if place.precision == Place.Precision.SECTOR else place.address
        return place.name or street or (f"Somewhere near {place.postcode}" if place.postcode else "")
    areas = [row.area.name for row in asset.asset_areas.all()]
    return f"Anywhere in {wording.listed(areas)}" if areas else (place.name if place else "")


def place_note(asset: Asset, place: Place | None) -> str:
    """What stands after the place: its ward, and how many other places there are."""
    if place is None or asset.reach != Asset.Reach.PLACES:
        return ""
    ward = place.ward.name if place.ward and place.ward.name not in place.name else ""
    others = len(places_of(asset)) - 1
    more = f"and {others} other place{'s' if others > 1 else ''}" if others > 0 else ""
    return ", ".join(filter(None, [ward, more]))


def access_of(asset: Asset, place: Place | None) -> dict[str, access.Fact]:
    """What is known of getting in, the listing's own word before its place's."""
    there = place.access_facts.all() if place else ()
    return access.merged(
        (access.Fact(row.subject, row.state, row.note) for row in there),
        (access.Fact(row.subject, row.state, row.note) for row in asset.access_facts.all()),
    )


def spot_of(place: Place | None) -> Spot | None:
    """Where a map shows a place; None where its point is not known. About a kilometre where that is all there is."""
    if place is None or place.lat is None or place.lon is None:
        return None
    rough = place.precision == Place.Precision.SECTOR
    street = "" if rough else place.address
    return Spot(
        at=f"{place.lat:.2f},{place.lon:.2f}" if rough else f"{place.lat:.5f},{place.lon:.5f}",
        place=place.name or street or place.postcode,
        ward=place.ward.code if place.ward else "",
        sector=_sector(place.postcode) if rough else "",
    )


def spot_on_a_list(asset: Asset, place: Place | None) -> Spot | None:
    """The same for a listing: only one that people go to, and never where a person's own offer lives."""
    going = asset.reach == Asset.Reach.PLACES and asset.kind != Kind.OFFER
    return spot_of(place) if going else None


def _sector(postcode: str) -> str:
    """ "M33 7" of "M33 7ZF"; "about" where it is no postcode, so that it is drawn as an area all the same."""
    return sector_of(postcode) or "about"
