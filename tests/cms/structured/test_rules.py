"""The rules themselves: each fault is found, so that a listing without one means something."""

from typing import Any

import pytest

from tests.cms.structured.rules import faults

EVENT = {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": "Sewing",
    "startDate": "2026-12-01T13:30:00+00:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "location": {"@type": "Place", "address": "Somewhere near M33 7"},
    "organizer": {"@type": "Organization", "name": "The Fold"},
}


def test_a_sound_one_has_none() -> None:
    assert faults(EVENT) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@context": "http://example.com"}, "no @context"),
        ({"@type": "Gathering"}, "no type 'Gathering'"),
        ({"startTime": "13:30"}, "Event has no startTime"),
        ({"startDate": "next Tuesday"}, "Event.startDate takes no 'next Tuesday'"),
        ({"startDate": "2026-12-01T13:30:00"}, "Event.startDate takes no '2026-12-01T13:30:00'"),
        ({"eventStatus": "EventScheduled"}, "Event.eventStatus takes no 'EventScheduled'"),
        ({"eventStatus": "https://schema.org/Monday"}, "Event.eventStatus takes no 'https://schema.org/Monday'"),
        ({"isAccessibleForFree": "yes"}, "Event.isAccessibleForFree takes no 'yes'"),
        ({"location": {"@type": "Offer", "price": "1", "priceCurrency": "GBP"}}, "Event.location takes no Offer"),
        ({"location": {"@type": "Place"}}, "Place lacks address"),
        ({"offers": []}, "Event.offers is empty"),
        ({"superEvent": {"@id": "#nowhere"}}, "#nowhere leads nowhere"),
        ({"url": "/listings/"}, "Event.url takes no '/listings/'"),
    ],
)
def test_what_is_wrong_is_found(change: dict[str, Any], fault: str) -> None:
    assert faults(EVENT | change) == [fault]


@pytest.mark.parametrize("name", ["name", "startDate", "location", "organizer", "eventStatus"])
def test_what_is_wanted_is_missed(name: str) -> None:
    assert faults({key: value for key, value in EVENT.items() if key != name}) == [f"Event lacks {name}"]
