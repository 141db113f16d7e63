"""Answers as cards: what the page shows of each hit, with its reasons as one sentence.

Invariant: a card's Because has at most two ideas, the liking first; it is empty where nothing was asked for.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from cms.cards import Card, Segment, StopLine
from cms.geo.effort import ON_FOOT
from cms.models import Asset
from cms.presenting import cards, presentable
from cms.visibility import Viewer
from search.marking import Phrase, excerpt, is_marked, marked, said_in
from search.questions import Question, SearchPage
from search.reasons import Reason
from search.respite import STAY
from search.stops import Stop
from search.understanding.breaks import carers_break

IDEAS = 2
# Distance, who meets new people and what it costs have lines of their own on every card.
SAID_ANYWAY = frozenset({"reach", "greeter", "free"})


def cards_of(
    page: SearchPage, question: Question, *, viewer: Viewer, now: datetime, kept: Collection[str] = ()
) -> list[Card]:
    """The page's cards in its order, in a constant number of queries."""
    rows = presentable(Asset.objects.visible_to(viewer).filter(pk__in=[hit.asset_id for hit in page.hits]))
    assets = {asset.pk: asset for asset in rows}
    because = {hit.asset_id: joined(hit.reasons) for hit in page.hits}
    hits = [hit for hit in page.hits if hit.asset_id in assets]
    shown = cards(
        [assets[hit.asset_id] for hit in hits],
        viewer=viewer,
        now=now,
        near=(question.near.lat, question.near.lon) if question.near else None,
        way=question.wishes.way if question.wishes else ON_FOOT,
        because=because,
        kept=frozenset(kept),
        asked=question.access | (question.wishes.access if question.wishes else frozenset()),
        if_known=(STAY,) if question.wishes and carers_break(question.text) else (),
    )
    if question.wishes is not None:  # a note says much; its chips and reasons tell what was heard
        told = (tuple(_stop_line(stop, assets) for stop in hit.stops) for hit in hits)
        return [replace(card, stops=stops) for card, stops in zip(shown, told, strict=True)]
    phrases, words = said_in(page.reading), {str(asset.uuid): asset.description for asset in assets.values()}
    return [_with_words(each, words[each.uuid], phrases) for each in shown] if phrases else shown


def _stop_line(stop: Stop, shown: Collection[int]) -> StopLine:
    """A stop without where it would be better, where that stands on the same page. `shown`: ids of its listings."""
    beside = stop.instead is not None and stop.instead.asset_id in shown
    return StopLine(stop.said, "" if beside else stop.elsewhere, stop.unknown)


def _with_words(card: Card, description: str, phrases: Collection[Phrase]) -> Card:
    """The card with what was searched for marked: in its sentence, else in the listing's own words, unless its name
    says it already."""
    what = marked(card.what, phrases)
    if is_marked(what):
        return replace(card, told=what)
    if is_marked(marked(card.name, phrases)):
        return card
    return replace(card, told=excerpt(description, phrases), told_beside=True)


def reasons_of(page: SearchPage) -> dict[str, tuple[Reason, ...]]:
    """The reasons of the page's hits by the listing's uuid."""
    reasons = {hit.asset_id: hit.reasons for hit in page.hits}
    rows = Asset.objects.filter(pk__in=reasons).values_list("pk", "uuid")
    return {str(uuid): reasons[pk] for pk, uuid in rows}


def joined(reasons: Sequence[Reason]) -> tuple[Segment, ...]:
    """Up to two reasons as one sentence to be read after "Because", without what the card says anyway."""
    telling = [reason for reason in reasons if reason.kind not in SAID_ANYWAY][:IDEAS]
    pieces: list[Segment] = []
    for place, reason in enumerate(telling):
        if place:
            pieces.append(Segment(", and "))
        pieces.extend(reason.segments)
    return (*pieces, Segment(".")) if pieces else ()
