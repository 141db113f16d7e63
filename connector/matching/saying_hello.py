"""On a worker's pages: what a group says of introductions, and the wish that a connector says hello first, or asks
whoever offers something themselves.

Invariant: a wish is taken only of a card that was on the page, and by a press alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.http import HttpRequest

from cms.cards import Card
from cms.models import Kind
from connector.matching.shortlist import is_id
from connector.offers.brokering import told_of_offers, wish_offer
from connector.reach.introducing import Told, told_of, wish


def say_hello_to(request: HttpRequest, pressed: str, cards: Sequence[Card]) -> list[Card]:
    """The cards with what is known of introductions. `pressed`: a uuid, or nothing. A card that says *no, thank you*
    among what is in the way says it once."""
    if not cards:
        return []
    if any(card.uuid == pressed for card in cards):
        _wished(request, pressed)
    offers = [card.uuid for card in cards if card.kind == Kind.OFFER]
    told = introductions_to(request, [card.uuid for card in cards], offers)
    return [
        replace(card, hello=told[card.uuid].words, can_say_hello=told[card.uuid].may, hello_verb=told[card.uuid].verb)
        if card.uuid in told and not _says_it(card)
        else card
        for card in cards
    ]


def wished_from_its_page(request: HttpRequest) -> str:
    """A press on a listing's own page. The id that it was of; empty for none."""
    pressed = request.POST.get("hello", "")
    return pressed if is_id(pressed) and _wished(request, pressed) else ""


def introductions_to(request: HttpRequest, uuids: Iterable[str], offers: Iterable[str]) -> Mapping[str, Told]:
    """What a worker is told of introductions, by uuid. `offers`: those that are a person's own."""
    own = told_of_offers(request, offers) if offers else {}
    return {**told_of(request, uuids), **own}


def _wished(request: HttpRequest, uuid: str) -> bool:
    """Of whichever of the two it is."""
    return wish_offer(request, uuid) or wish(request, uuid)


def _says_it(card: Card) -> bool:
    return any("introduced to them" in stop.words for stop in card.stops)
