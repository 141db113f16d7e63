"""A listing in the words of schema.org, for search engines and other programs (https://schema.org/Event).

Invariant: pure; what stands here stands on the public page, and nobody is named. A place that is known to its postcode
sector alone is said no finer, and what nobody knows is left out.
"""

from typing import Any, Final

from cms.cards import Listing
from cms.structured_facts import Facts, Held, Where
from cms.structured_times import offer, opening_hours, schedule

CONTEXT: Final = "https://schema.org"
_TYPES: Final = {"place": "Place", "service": "Service", "volunteer_role": "Service", "visiting": "Service"}
_MEETS: Final = frozenset({"group", "activity", "online"})


def structured(listing: Listing, facts: Facts, *, base: str) -> dict[str, Any]:
    """The listing as JSON-LD: its series and an event for each of its next dates, or what it is where it has none.

    `base`: the address of this site, without a slash at its end.
    """
    shared = _shared(listing, base)
    if facts.dates and listing.card.kind in _MEETS:
        return {"@context": CONTEXT, "@graph": _series_and_events(listing, facts, shared, base)}
    made = _TYPES.get(listing.card.kind, "Organization")
    more = {"Place": _as_place, "Service": _as_service}.get(made, _as_organisation)
    return {"@context": CONTEXT, "@type": made, **shared, **more(listing, facts, base)}


def _shared(listing: Listing, base: str) -> dict[str, Any]:
    card = listing.card
    return _said(
        name=card.name,
        description=card.what,
        url=f"{base}{card.url}",
        image=f"{base}{listing.picture.url}" if listing.picture else "",
    )


def _series_and_events(listing: Listing, facts: Facts, shared: dict[str, Any], base: str) -> list[dict[str, Any]]:
    """The rhythms together as one series, where there are any, and the next dates, each a part of it."""
    about = shared | _about(listing, facts, base)
    series = f"{shared['url']}#series" if facts.series else ""
    online = listing.card.kind == "online"
    events = [_event(about, date, series, online=online, base=base) for date in facts.dates]
    if not series:
        return events
    rhythms = [schedule(each, facts.zone) for each in facts.series]
    return [{"@type": "EventSeries", "@id": series, **about, "eventSchedule": rhythms}, *events]


def _about(listing: Listing, facts: Facts, base: str) -> dict[str, Any]:
    """What holds for all of its dates."""
    online = listing.card.kind == "online"
    return _said(
        location=_virtual(f"{base}{listing.card.url}") if online else _one_or_all(_places(facts, base)),
        eventAttendanceMode=f"{CONTEXT}/{'Online' if online else 'Offline'}EventAttendanceMode",
        organizer=_organiser(listing, base),
        isAccessibleForFree=facts.free,
        offers=[offer(price) for price in facts.prices],
        typicalAgeRange=_ages(facts),
    )


def _event(about: dict[str, Any], date: Held, series: str, *, online: bool, base: str) -> dict[str, Any]:
    its_own = {"location": _place(date.where, base)} if date.where and not online else {}
    when = _said(
        startDate=date.start.isoformat(),
        endDate=date.end.isoformat() if date.end else "",
        eventStatus=f"{CONTEXT}/{'EventCancelled' if date.off else 'EventScheduled'}",
        superEvent={"@id": series} if series else None,
    )
    return {"@type": "Event", **about, **its_own, **when}


def _as_place(listing: Listing, facts: Facts, base: str) -> dict[str, Any]:
    there = _place(facts.where[0], base) if facts.where else {}
    where = {name: value for name, value in there.items() if name in {"address", "geo", "amenityFeature"}}
    hours = [opening_hours(rhythm) for rhythm in facts.opening]
    return where | _said(isAccessibleForFree=facts.free, openingHoursSpecification=hours)


def _as_service(listing: Listing, facts: Facts, base: str) -> dict[str, Any]:
    provider = _organisation(listing, base) if listing.organisation else None
    return _said(
        provider=provider, areaServed=list(listing.areas), offers=[offer(price) for price in facts.prices] or None
    )


def _as_organisation(listing: Listing, facts: Facts, base: str) -> dict[str, Any]:
    return _said(
        location=_one_or_all(_places(facts, base)),
        areaServed=list(listing.areas),
        sameAs=listing.website,
        parentOrganization=_organisation(listing, base) if listing.organisation else None,
    )


def _organiser(listing: Listing, base: str) -> dict[str, Any]:
    """Who runs it; a group that runs itself is its own organiser."""
    if listing.organisation:
        return _organisation(listing, base)
    return _said(**{"@type": "Organization"}, name=listing.card.name, url=f"{base}{listing.card.url}")


def _organisation(listing: Listing, base: str) -> dict[str, Any]:
    runs = listing.organisation
    if runs is None:
        return {}
    return _said(**{"@type": "Organization"}, name=runs.name, url=f"{base}{runs.url}" if runs.url else "")


def _places(facts: Facts, base: str) -> list[dict[str, Any]]:
    return [_place(where, base) for where in facts.where]


def _place(where: Where, base: str) -> dict[str, Any]:
    """A place that is only roughly known has words for an address, and no point."""
    address = where.about or _said(
        **{"@type": "PostalAddress"}, streetAddress=where.street, postalCode=where.postcode, addressCountry="GB"
    )
    latitude, longitude = where.point or (None, None)
    point = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude} if where.point else None
    amenities = [
        {"@type": "LocationFeatureSpecification", "name": name, "value": value} for name, value in where.amenities
    ]
    return _said(
        **{"@type": "Place"},
        name=where.name,
        url=f"{base}{where.url}" if where.url else "",
        address=address,
        geo=point,
        amenityFeature=amenities,
    )


def _virtual(url: str) -> dict[str, Any]:
    return {"@type": "VirtualLocation", "url": url}


def _ages(facts: Facts) -> str:
    """ "8-12", "55-"; nothing where it is for every age."""
    least, most = facts.ages
    if least is None and most is None:
        return ""
    return f"{least or 0}-{'' if most is None else most}"


def _one_or_all(found: list[dict[str, Any]]) -> Any:
    return found[0] if len(found) == 1 else found


def _said(**given: Any) -> dict[str, Any]:
    """Without what is not known: None, and empty words and lists. False is known."""
    return {name: value for name, value in given.items() if value is False or value}
