"""A listing in the words of schema.org, for search engines and other programs (https://schema.org/Event).

Invariant: pure; what stands here stands on the public page, and nobody is named. A place that is known to its postcode
sector alone is said no finer.
"""

from typing import Any, Final

from cms.cards import Listing

CONTEXT: Final = "https://schema.org"
_TYPES: Final = {"place": "Place", "service": "Service", "volunteer_role": "Service", "visiting": "Service"}


def structured(listing: Listing, *, base: str) -> dict[str, Any]:
    """The listing as JSON-LD: an event for each of its next dates, or what it is where it has none.

    `base`: the address of this site, without a slash at its end.
    """
    card = listing.card
    shared = _shared(listing, base)
    if card.dates and card.kind in {"group", "activity", "online"}:
        return {"@context": CONTEXT, "@graph": [_event(listing, shared, place) for place in range(len(card.dates))]}
    return {"@context": CONTEXT, "@type": _TYPES.get(card.kind, "Organization"), **shared, **_where_it_is(listing)}


def _shared(listing: Listing, base: str) -> dict[str, Any]:
    card = listing.card
    given = {
        "name": card.name,
        "description": card.what,
        "url": f"{base}{card.url}",
        "image": f"{base}{listing.picture.url}" if listing.picture else "",
    }
    return {name: value for name, value in given.items() if value}


def _event(listing: Listing, shared: dict[str, Any], number: int) -> dict[str, Any]:
    card, date = listing.card, listing.card.dates[number]
    event: dict[str, Any] = {"@type": "Event", **shared, "startDate": date.iso}
    event["eventStatus"] = f"{CONTEXT}/{'EventCancelled' if date.off else 'EventScheduled'}"
    if card.kind == "online":
        event["eventAttendanceMode"] = f"{CONTEXT}/OnlineEventAttendanceMode"
        event["location"] = {"@type": "VirtualLocation", "url": shared["url"]}
    elif listing.places:
        event["location"] = _place(listing)
    if card.cost == "Free":
        event["isAccessibleForFree"] = True
    if listing.organisation:
        event["organizer"] = {"@type": "Organization", "name": listing.organisation.name}
    return event


def _where_it_is(listing: Listing) -> dict[str, Any]:
    if listing.card.kind == "place":
        return {"address": listing.places[0].address} if listing.places and listing.places[0].address else {}
    return {"areaServed": list(listing.areas)} if listing.areas else {}


def _place(listing: Listing) -> dict[str, Any]:
    place = listing.places[0]
    said = {"@type": "Place", "name": place.name, "address": place.address}
    return {name: value for name, value in said.items() if value}
