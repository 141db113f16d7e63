"""What a worker was told of a listing beside its public facts: how far it is, and for what it came up.

Invariant: lies in the session alone and goes with it. Of where somebody lives there is the length of the way and no
place; of what was said there is an interest of the vocabulary, and only of what is kept. No words of a note, ever.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.contrib.sessions.backends.base import SessionBase

from cms.cards import Card, Distance
from search.interests import vocabulary
from search.reasons import Reason, reason_again

FAR, WHY = "far", "why"
# Answers of the last question and what is kept: more than a page of each is nobody's to read.
MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Told:
    """`place`: the public place that is this far away. `interest`, `meets`: codes, what was wished for and what the
    listing has of it; empty where it came up by words alone. `tagged`: people have said that it is about that."""

    distance: Distance | None = None
    place: str = ""
    interest: str = ""
    meets: str = ""
    tagged: bool = False


def remember(
    session: SessionBase, cards: Iterable[Card], reasons: Mapping[str, Sequence[Reason]], kept: Collection[str]
) -> None:
    """After an answer: how far each is, for the pages that follow, and why, of what is kept. What was told of other
    listings that are not kept is forgotten. `reasons` by uuid."""
    shown = list(cards)
    far = {uuid: each for uuid, each in session.get(FAR, {}).items() if uuid in kept}
    far |= {card.uuid: _packed(card.distance, card.place) for card in shown if card.distance}
    why = {uuid: each for uuid, each in session.get(WHY, {}).items() if uuid in kept}
    why |= {card.uuid: packed for card in shown if card.uuid in kept and (packed := _why(reasons.get(card.uuid, ())))}
    for key, now in ((FAR, dict(list(far.items())[-MOST:])), (WHY, why)):
        if now != session.get(key, {}):
            session[key] = now


def told_of(session: SessionBase, uuid: str) -> Told:
    """What was told of one listing; empty where nothing was."""
    far, why = session.get(FAR, {}).get(uuid), session.get(WHY, {}).get(uuid)
    distance = Distance(far["metres"], far["minutes"], far["words"], far["travel"]) if far else None
    interest, meets, tagged = why or ("", "", False)
    return Told(distance, far["place"] if far else "", interest, meets, tagged)


def as_told(card: Card, told: Told) -> Card:
    """The card with the way to it and its reason, where it has none of its own."""
    because = card.because or reason_again(told.interest, told.meets, card.kind, told.tagged, vocabulary())
    return replace(card, distance=card.distance or told.distance, because=because)


def _packed(far: Distance, place: str) -> dict[str, Any]:
    """To the hundred metres, which nothing shows: minutes and words are what was told."""
    return {
        "metres": round(far.metres, -2),
        "minutes": far.minutes,
        "words": far.words,
        "travel": far.travel,
        "place": place,
    }


def _why(reasons: Sequence[Reason]) -> tuple[str, str, bool] | None:
    for reason in reasons:
        if reason.kind == "interest":
            facts = reason.facts
            return str(facts["interest"]), str(facts["meets"]), facts["shown_by"] == "tag"
    return None
