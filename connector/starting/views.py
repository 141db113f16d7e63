"""The page for somebody who would love to do what nobody near does: who else, what comes close, where, how to begin.

Invariant: a GET form whose address keeps its state; nothing is kept of who looks.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from cms.models import Kind
from cms.visibility import Viewer
from connector.starting.others import others
from search.answering import Answer, answer
from search.cards import cards_of
from search.filters import SearchFilters
from search.finder import EngineUnavailable, find
from search.interests import vocabulary
from search.questions import Question

CLOSE, ROOMS = 3, 4
PLACES: Final = frozenset({str(Kind.PLACE)})


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """`q`: what they would love; `near`: where. Both may be empty."""
    given = {name: request.GET.get(name, "").strip()[:200] for name in ("q", "near")}
    filters = SearchFilters.of(given)
    shown: dict[str, Any] = {
        "heading": "Start something of your own",
        **given,
        "place_problem": " ".join(filters.errors.get("near", [])),
        "search_url": f"{reverse('search')}?{urlencode({k: v for k, v in given.items() if v})}",
    }
    with suppress(EngineUnavailable):  # how to begin can be read all the same
        shown |= _around(filters, viewer=request.viewer, now=timezone.localtime())  # type: ignore[attr-defined]
    return render(request, "connector/starting/start.html", shown)


def _around(filters: SearchFilters, *, viewer: Viewer, now: datetime) -> dict[str, Any]:
    """What comes close, who else looked, and where there may be a room."""
    found: dict[str, Any] = {"close": [], "others": None, "rooms": []}
    asked = filters.question()
    if asked.text:
        answered = answer(filters, viewer=viewer, now=now)
        question = replace(answered.question, limit=CLOSE)
        page = replace(answered.page, hits=answered.page.hits[:CLOSE])
        found["close"] = cards_of(page, question, viewer=viewer, now=now)
        found["others"] = _others(answered, filters, now)
        asked = answered.question
    if asked.near is not None:
        found["rooms"] = _rooms(asked, viewer=viewer, now=now)
    return found


def _others(answered: Answer, filters: SearchFilters, now: datetime) -> Any:
    place, known = answered.heard.place or filters.place, vocabulary()
    codes = {each for said in answered.page.reading.interests if said.code for each in known.below(said.code)}
    ward, name = (place.ward_code, place.ward_name) if place else ("", "")
    return others(codes, ward=ward, ward_name=name, today=now.date())


def _rooms(asked: Question, *, viewer: Viewer, now: datetime) -> list[Any]:
    """The nearest places that open their doors: which of them lends a room has to be asked."""
    question = Question(near=asked.near, near_label=asked.near_label, kinds=PLACES, limit=ROOMS)
    return cards_of(find(question, viewer=viewer, now=now), question, viewer=viewer, now=now)
