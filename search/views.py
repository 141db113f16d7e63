"""The page of what was found.

Invariant: works without JavaScript; every state of a search is its address; nothing here asks which engine runs.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cms.way_out import way_out
from search.addresses import Address
from search.answering import answer
from search.cards import cards_of
from search.engines.base import EngineUnavailable
from search.filters import SearchFilters
from search.map_context import you
from search.meaning import here
from search.page_context import results_context


def search(request: HttpRequest) -> HttpResponse:
    """What was found for the words, the place and what it was narrowed to."""
    filters = SearchFilters.of(request.GET)
    now, viewer = timezone.localtime(), request.viewer  # type: ignore[attr-defined]
    try:
        found = answer(filters, viewer=viewer, now=now)
        address = Address.of(request.GET, filters)
        context = results_context(address, filters, found, viewer=viewer, now=now)
    except EngineUnavailable:
        return render(request, "errors/search_unavailable.html", status=503)
    cards = cards_of(found.page, found.question, viewer=viewer, now=now)
    context |= {"door": "search", "cards": cards, "words_alone": here.is_lacking()}
    context["leave"] = way_out((found.question.text,))
    return render(request, "search/results.html", context | {"you": you(found.heard.place or filters.place)})
