"""The pages of the admin on which staff see how search is doing, and which listings an index will not take.

Invariant: for whoever may change listings; looking changes nothing, trying again is a POST.
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cms.models import Asset
from cms.page_parts import parts_for
from search import conf
from search.health import words
from search.health.facts import Health
from search.health.looking import health
from search.health.parts import HEALTH_PAGE
from search.health.refused import refusals, try_again

NEEDED = "cms.change_asset"
A_PAGE = 50
TITLE, REFUSED_TITLE = "How search is doing", "Listings that search will not take"


# Who may change listings.
for_curators = permission_required(NEEDED, raise_exception=True)


@require_GET
@for_curators
def standing(request: HttpRequest) -> HttpResponse:
    """Which engine answers, where each index stands, what waits and why."""
    return _page(request, "health", TITLE, **_shown(health()), **parts_for(HEALTH_PAGE, None, request))


@require_GET
@for_curators
def refused(request: HttpRequest) -> HttpResponse:
    """The listings that an index will not take, each with its reason."""
    page = Paginator(list(refusals()), A_PAGE).get_page(request.GET.get("p"))
    edit = Asset.snippet_viewset.get_url_name("edit")  # type: ignore[attr-defined]
    rows = [(row, reverse(edit, args=[row.asset_id]) if row.name else "") for row in page]
    return _page(request, "refused", REFUSED_TITLE, rows=rows, page_obj=page)


@require_POST
@for_curators
def again(request: HttpRequest) -> HttpResponse:
    """Try the listing of `asset` once more, or all."""
    chosen = request.POST.get("asset", "")
    count = try_again([int(chosen)] if chosen.isdecimal() else None)
    said = "1 listing is tried again" if count == 1 else f"{count:,} listings are tried again"
    messages.success(request, f"{said}, within seconds. What is refused once more comes back to this list.")
    return redirect("search_refused")


def _shown(found: Health) -> dict[str, Any]:
    now, zone = timezone.now(), conf.zone()
    return {
        "headline": words.headline(found.answering),
        "well": words.is_well(found, now),
        "answers": words.who_answers(found.answering, zone),
        "by_meaning": words.by_meaning(found.meanings),
        "belong": found.belong,
        "refused": found.refused,
        "indexes": [
            {
                "whose": words.whose(each),
                "how_far": words.how_far(each, now, zone),
                "how_much": words.how_much(each, found.belong),
                "generation": each.generation,
                "refused": each.refused,
            }
            for each in found.indexes
        ],
    }


def _page(request: HttpRequest, name: str, title: str, **shown: Any) -> HttpResponse:
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": "Home"}]
    if title != TITLE:
        crumbs.append({"url": reverse("search_health"), "label": TITLE})
    crumbs.append({"url": "", "label": title})
    frame = {"page_title": title, "header_title": title, "header_icon": "search", "breadcrumbs_items": crumbs}
    return TemplateResponse(request, f"wagtailadmin/search/{name}.html", frame | shown)
