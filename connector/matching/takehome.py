"""What stands on the page that a person keeps: for each kept listing when, where, who, whom to ring, and the cost.

Invariant: public facts only, for the page may lie on any table; a listing that is no longer there to see is left out.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from cms.cards import Card
from cms.coming import coming_dates, long_line
from cms.listing_page import listing
from cms.models import Asset
from cms.presenting import cards, presentable
from cms.schedule.occurrences import Occurrence
from cms.schedule.say import say_span
from cms.visibility import PUBLIC, Viewer

DATES = 2


def kept_assets(kept: Sequence[str], viewer: Viewer) -> list[Asset]:
    """The kept listings that this viewer may see, in the order they were kept."""
    rows = {str(asset.uuid): asset for asset in presentable(Asset.objects.visible_to(viewer).filter(uuid__in=kept))}
    return [rows[uuid] for uuid in kept if uuid in rows]


def kept_cards(kept: Sequence[str], viewer: Viewer, now: datetime) -> list[Card]:
    """The kept listings as cards."""
    return cards(kept_assets(kept, viewer), viewer=viewer, now=now, kept=frozenset(kept))


def takehome_items(kept: Sequence[str], now: datetime) -> list[dict[str, Any]]:
    """The rows of the take-home. See `takehome.html`."""
    assets = kept_assets(kept, PUBLIC)
    shown = cards(assets, viewer=PUBLIC, now=now)
    return [_item(asset, card, now) for asset, card in zip(assets, shown, strict=True)]


def handed_items(kept: Sequence[str], now: datetime) -> list[dict[str, Any]]:
    """The rows of a phone that is handed over: those of the take-home, how to get in, and the first time."""
    assets = kept_assets(kept, PUBLIC)
    shown = [listing(asset, viewer=PUBLIC, now=now) for asset in assets]
    return [
        {**_item(asset, each.card, now), "access": each.access, "first_time": each.first_time.steps}
        for asset, each in zip(assets, shown, strict=True)
    ]


def _item(asset: Asset, card: Card, now: datetime) -> dict[str, Any]:
    coming = [each for each in coming_dates(asset, now, DATES) if each.status == "on"]
    contact = card.ask_for
    return {
        "card": card,
        "when_words": long_line(coming) or card.when,
        "times": _times(coming),
        "where": _where(asset, card),
        "who": _who(card),
        "phone": contact.phone if contact else "",
        "phone_label": f"Ring {contact.name}" if contact and contact.name else "Ring",
        "cost": card.cost,
    }


def _where(asset: Asset, card: Card) -> str:
    """The venue with its street and postcode, as one gives an address to a taxi."""
    place = next(
        (row.place for row in asset.asset_places.all() if row.place.live and row.place.name == card.place), None
    )
    if place is None:
        return ", ".join(filter(None, (card.place, card.place_note)))
    return ", ".join(filter(None, (place.name, place.address, place.postcode)))


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
        return f"Ask for {card.ask_for.name} {card.ask_for.role}".strip() + "."
    return ""
