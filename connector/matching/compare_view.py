"""What is kept, side by side: the page between the shortlist and the take-home.

Invariant: where somebody lives is posted, used for the minutes and forgotten, as on the match page.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.geo.effort import reckoning
from cms.geo.geocode import get_geocoder
from connector.accounts.guards import needs
from connector.core.permissions import Permission
from connector.matching.beside import comparison
from connector.matching.forms import MatchForm
from connector.matching.shortlist import kept, kept_or_dropped
from connector.matching.told import as_told, told_of


@needs(Permission.MATCH)
@never_cache
@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest) -> HttpResponse:
    """Those that are ticked, or the first three that are kept."""
    kept_or_dropped(request)
    held = kept(request.session)
    ticked = request.POST.getlist("compare")
    # Who comes from the shortlist was not asked yet how they get about.
    form = MatchForm({"travel": "foot", "pace": "usual", **request.POST.dict()} if request.POST else None)
    form.is_valid()
    found = form.cleaned_data.get("near") if form.is_bound else None
    beside = comparison(
        ticked or held,
        viewer=request.viewer,  # type: ignore[attr-defined]
        now=timezone.localtime(),
        kept=held,
        near=(found.lat, found.lon) if found else None,
        way=form.way(),
        retold=lambda card: card if found else as_told(card, told_of(request.session, card.uuid)),
    )
    context = {
        "door": "shortlist",
        "form": form,
        "beside": beside,
        "picked": [card.uuid for card in beside.cards] if beside else ticked,
        "place_label": get_geocoder().coarse(found).label if found else "",
        "far_words": form.far_words(),
        "reckoning": reckoning(form.way()) if found else (),
        "kept_count": len(held),
        "problems": [(error, f"id_{name}") for name, errors in form.errors.items() for error in errors],
    }
    return render(request, "connector/matching/compare.html", context)
