"""What stands on the page that a person keeps: for each kept listing when, where, who, whom to ring, and the cost.

Invariant: public facts, how far it is and an interest that anybody may read, for the page may lie on any table; a
listing that is no longer there to see is left out.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone

from cms import access
from cms.access_grouped import grouped
from cms.cards import AccessLine, Card, Listing
from cms.coming import coming_dates, long_line
from cms.listing_page import listed, listing
from cms.models import Asset, Session
from cms.presenting import cards, presentable
from cms.querysets import AssetQuerySet
from cms.schedule.occurrences import Occurrence
from cms.schedule.say import say_span
from cms.visibility import PUBLIC, Viewer
from cms.welcoming import sentence
from cms.whereabouts import access_of, places_of
from connector.matching.for_paper import getting_in_on_paper, reason_on_paper
from connector.matching.shortlist import kept
from connector.matching.told import Told, told_of
from search.interests import vocabulary

DATES = 2
NOT_ON_PAPER = frozenset(access.NAMES) - {"step_free", "toilet", "toilet_with_rails"}
Fetched = Callable[[AssetQuerySet], AssetQuerySet]


def kept_assets(uuids: Sequence[str], viewer: Viewer, fetched: Fetched = presentable) -> list[Asset]:
    """The kept listings that this viewer may see, in the order they were kept, with what `fetched` brings along."""
    rows = {str(asset.uuid): asset for asset in fetched(Asset.objects.visible_to(viewer).filter(uuid__in=uuids))}
    return [rows[uuid] for uuid in uuids if uuid in rows]


def kept_cards(uuids: Sequence[str], viewer: Viewer, now: datetime) -> list[Card]:
    """The kept listings as cards."""
    return cards(kept_assets(uuids, viewer), viewer=viewer, now=now, kept=frozenset(uuids))


def takehome_items(session: SessionBase, now: datetime) -> list[dict[str, Any]]:
    """The rows of the take-home and of a phone that is handed over. See `takehome.html`, `handed_over.html`."""
    return [
        _item(asset, listing(asset, viewer=PUBLIC, now=now), told_of(session, str(asset.uuid)), now)
        for asset in kept_assets(kept(session), PUBLIC, listed)
    ]


def _item(asset: Asset, shown: Listing, told: Told, now: datetime) -> dict[str, Any]:
    coming = [each for each in coming_dates(asset, now, DATES) if each.status == "on"]
    card = shown.card
    contact = card.ask_for
    return {
        "card": card,
        "when_words": long_line(coming) or card.when,
        "times": _times(coming),
        "regular": shown.rhythms if any(each.rhythm != Session.Rhythm.ONCE for each in asset.sessions.all()) else (),
        "because": reason_on_paper(told.interest, vocabulary()),
        "where": _where(asset, shown),
        "far": told.distance.words if told.distance else "",
        "way_in": getting_in_on_paper(_way_in(asset, told.place)),
        "words": " ".join(filter(None, (sentence(card.what), _who(card)))),
        "phone": contact.phone if contact else "",
        "phone_label": f"Ring {contact.name}" if contact and contact.name else "Ring",
        "cost": card.cost,
        "bring": f"{shown.first_time.bring[:1].lower()}{shown.first_time.bring[1:]}",
        "access": shown.access,
        "staying": shown.staying,
        "first_time": shown.first_time.steps,
    }


def _way_in(asset: Asset, name: str) -> tuple[AccessLine, ...]:
    """Step-free or not, and the toilet. `name`: the place that was told of, where it has several."""
    places = places_of(asset)
    place = next((each for each in places if each.name == name), places[0] if places else None)
    return grouped(access.brief(access_of(asset, place), has_a_place=place is not None, said=NOT_ON_PAPER))


def _where(asset: Asset, shown: Listing) -> str:
    """The venue with its street and postcode, as one gives an address to a taxi, and how to find the door."""
    card = shown.card
    place = next((each for each in places_of(asset) if each.name == card.place), None)
    if place is None:
        return sentence(", ".join(filter(None, (card.place, card.place_note))))
    address = ", ".join(filter(None, (place.name, place.address, place.postcode)))
    return sentence(". ".join(filter(None, (address, shown.first_time.door or place.directions))))


def _times(coming: Sequence[Occurrence]) -> str:
    spans = []
    for each in coming:
        end = timezone.localtime(each.end).time() if each.end else None
        spans.append(say_span(timezone.localtime(each.start).time(), end))
    return " or ".join(dict.fromkeys(spans))


def _who(card: Card) -> str:
    if card.greeter_name:
        return f"{card.greeter_name} {card.greeter_words or 'will meet you'}".rstrip(".") + "."
    if card.ask_for and card.ask_for.name:
        return f"Ask for {card.ask_for.name}{card.ask_for.role_after}."
    return ""
