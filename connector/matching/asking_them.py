"""On the match page: what an answer hangs on and nobody knows becomes a question to the group.

Invariant: nothing is asked that no card told at that moment, and never by looking or typing alone: by a press of *Ask
them*, or of *Keep*, after which somebody may really go. Once a visit for each listing and subject. Of what was typed
nothing goes along but the subject.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from django.http import HttpRequest
from django.utils import timezone

from cms.cards import Card, StopLine
from cms.models import Asset
from connector.asking.actions.raise_question import raise_question
from connector.asking.models import AccessQuestion
from connector.gaps.once import is_noted, not_noted_yet

Pair = tuple[str, str]
WILL = "We will ask them."
WAITING = "They were asked already."


def ask_them(request: HttpRequest, pressed: str, cards: Sequence[Card]) -> list[Card]:
    """The cards with what becomes of each question. `pressed`: uuid and subject with a colon between, or nothing."""
    shown = set(_unknown(cards))
    if not shown:
        return list(cards)
    kept = request.POST.get("keep", "")
    _raise(request, [pair for pair in sorted(shown) if f"{pair[0]}:{pair[1]}" == pressed or pair[0] == kept])
    waiting = _waiting({uuid for uuid, _ in shown})
    return [_told(card, request, waiting) for card in cards]


def _unknown(cards: Sequence[Card]) -> Iterator[Pair]:
    return ((card.uuid, stop.unknown) for card in cards for stop in card.stops if stop.unknown)


def _raise(request: HttpRequest, pairs: Sequence[Pair]) -> None:
    new = [pair for pair in pairs if not is_noted(request.session, _name(pair))]
    ids = _ids({uuid for uuid, _ in new}) if new else {}
    for uuid, subject in new:
        if uuid in ids and raise_question(asset_id=ids[uuid], subject=subject, on=timezone.localdate()):
            not_noted_yet(request.session, [(uuid, subject)], _name)


def _ids(uuids: Collection[str]) -> dict[str, int]:
    return {str(uuid): pk for pk, uuid in Asset.objects.filter(uuid__in=uuids).values_list("pk", "uuid")}


def _waiting(uuids: Collection[str]) -> set[Pair]:
    """What the groups of these were asked and have not answered."""
    rows = AccessQuestion.objects.filter(asset__uuid__in=uuids, state=AccessQuestion.State.ASKED)
    return {(str(uuid), subject) for uuid, subject in rows.values_list("asset__uuid", "subject")}


def _told(card: Card, request: HttpRequest, waiting: Collection[Pair]) -> Card:
    return replace(card, stops=tuple(_line(stop, (card.uuid, stop.unknown), request, waiting) for stop in card.stops))


def _line(stop: StopLine, pair: Pair, request: HttpRequest, waiting: Collection[Pair]) -> StopLine:
    if not stop.unknown:
        return stop
    if pair in waiting:
        return replace(stop, told=WAITING)
    return replace(stop, told=WILL) if is_noted(request.session, _name(pair)) else stop


def _name(pair: Pair) -> str:
    return f"question {pair[0]} {pair[1]}"
