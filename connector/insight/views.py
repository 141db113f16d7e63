"""The page for whoever answers for the directory: how much there is, how fresh, where nothing is on, what waits.

Invariant: read only; no name, word or contact of a listing or of a person; a bounded number of queries.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from connector.accounts.guards import needs
from connector.core.permissions import Permission
from connector.insight.links import Links
from connector.insight.reading import catalogue
from connector.insight.showing import shown
from connector.insight.waiting import imports, waiting
from search import conf
from search.health import words
from search.health.looking import health


@needs(Permission.INSIGHT)
@require_GET
def at_a_glance(request: HttpRequest) -> HttpResponse:
    today, curates = timezone.localdate(), request.viewer.curates  # type: ignore[attr-defined]
    context = shown(catalogue(today), waiting(), Links(curates))
    context |= {"door": "glance", "today": today, "curates": curates, "imports": imports(), "search": _search()}
    return render(request, "connector/insight/at_a_glance.html", context | {"links": Links(curates)})


def _search() -> dict[str, object]:
    """How search is doing, in the sentences of the desk's own page."""
    found, now = health(), timezone.now()
    return {
        "well": words.is_well(found, now),
        "headline": words.headline(found.answering),
        "answers": words.who_answers(found.answering, conf.zone()),
        "belong": found.belong,
        "refused": found.refused,
        "indexes": [(words.whose(each), " ".join(words.how_far(each, now, conf.zone()))) for each in found.indexes],
    }
