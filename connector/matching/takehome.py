"""What stands on the page that a person keeps: for each kept listing when, where, who, whom to ring, and the cost.

Invariant: public facts only, for the page may lie on any table; a listing that is no longer there to see is left out.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from cms.cards import Card, Listing
from cms.coming import coming_dates, long_line
from cms.listing_page import listed, listing
from cms.models import Asset, Session
from cms.presenting import cards, presentable
from cms.querysets import AssetQuerySet
from cms.schedule.occurrences import Occurrence
from cms.schedule.say import say_span
from cms.visibility import PUBLIC, Viewer
from cms.whereabouts import places_of

DATES = 2
Fetched = Callable[[AssetQuerySet], AssetQuerySet]


def kept_assets(kept: Sequence[str], viewer: Viewer, fetched: Fetched = presentable) -> list[Asset]:
    """The kept listings that this viewer may see, in the order they were kept, with what `fetched` brings along."""
    rows = {str(asset.uuid): asset for asset in fetched(Asset.objects.visible_to(viewer).filter(uuid__in=kept))}
    return [rows[uuid] for uuid in kept if uuid in rows]


def kept_cards(kept: Sequence[str], viewer: Viewer, now: datetime) -> list[Card]:
    """The kept listings as cards."""
    return cards(kept_assets(kept, viewer), viewer=viewer, now=now, kept=frozenset(kept))


def takehome_items(kept: Sequence[str], now: datetime) -> list[dict[str, Any]]:
    """The rows of the take-home and of a phone that is handed over. See `takehome.html`, `handed_over.html`."""
    return [_item(asset, listing(asset, viewer=PUBLIC, now=now), now) for asset in kept_assets(kept, PUBLIC, listed)]


def _item(asset: Asset, shown: Listing, now: datetime) -> dict[str, Any]:
    coming = [each for each in coming_dates(asset, now, DATES) if each.status == "on"]
    card = shown.card
    contact = card.ask_for
    return {
        "card": card,
        "when_words": long_line(coming) or card.when,
        "times": _times(coming),
        "regular": shown.rhythms if any(each.rhythm != Session.Rhythm.ONCE for each in asset.sessions.all()) else (),
        "where": _where(asset, shown),
        "who": _who(card),
        "phone": contact.phone if contact else "",
        "phone_label": f"Ring {contact.name}" if contact and contact.name else "Ring",
        "cost": card.cost,
        "bring": f"To bring: {shown.first_time.bring[:1].lower()}{shown.first_time.bring[1:]}"
        if shown.first_time.bring
        else "",
        "access": shown.access,
        "staying": shown.staying,
        "first_time": shown.first_time.steps,
    }


def _where(asset: Asset, shown: Listing) -> str:
    """The venue with its street and postcode, as one gives an address to a taxi, and how to find the door."""
    card = shown.card
    place = next((each for each in places_of(asset) if each.name == card.place), None)
    if place is None:
        return ", ".join(filter(None, (card.place, card.place_note)))
    address = ", ".join(filter(None, (place.name, place.address, place.postcode)))
    return ". ".join(filter(None, (address, shown.first_time.door or place.directions)))


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
