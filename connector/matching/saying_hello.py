"""On a worker's pages: what a group says of introductions, and the wish that a connector says hello first.

Invariant: a wish is taken only of a card that was on the page, and by a press alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest

from cms.cards import Card
from connector.matching.shortlist import is_id
from connector.reach.introducing import told_of, wish


def say_hello_to(request: HttpRequest, pressed: str, cards: Sequence[Card]) -> list[Card]:
    """The cards with what is known of introductions. `pressed`: a uuid, or nothing. A card that says *no, thank you*
    among what is in the way says it once."""
    if not cards:
        return []
    if any(card.uuid == pressed for card in cards):
        wish(request, pressed)
    told = told_of(request, [card.uuid for card in cards])
    return [
        replace(card, hello=told[card.uuid].words, can_say_hello=told[card.uuid].may)
        if card.uuid in told and not _says_it(card)
        else card
        for card in cards
    ]


def wished_from_its_page(request: HttpRequest) -> str:
    """A press on a listing's own page. The id that it was of; empty for none."""
    pressed = request.POST.get("hello", "")
    return pressed if is_id(pressed) and wish(request, pressed) else ""


def _says_it(card: Card) -> bool:
    return any("introduced to them" in stop.words for stop in card.stops)
