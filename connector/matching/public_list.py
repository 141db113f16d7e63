"""The page that the square on a take-home leads to: those listings, for everybody, on a phone.

Invariant: public facts alone; the address holds ids of listings and nothing of whom they are for, and no search engine
is asked to keep it.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.presenting import cards
from cms.visibility import PUBLIC
from connector.matching.list_address import uuids
from connector.matching.takehome import kept_assets

YOURS = "Your list"


@require_safe
def public_list(request: HttpRequest, codes: str) -> HttpResponse:
    """The listings of the address that are still there, in its order; not found where there are none."""
    shown = cards(kept_assets(uuids(codes), PUBLIC), viewer=PUBLIC, now=timezone.localtime())
    context = {"door": "", "heading": YOURS if shown else "Nothing on this list now", "cards": shown}
    context["sent"] = f"{YOURS}: {settings.CONNECTOR_BASE_URL}{request.path}"
    response = render(request, "connector/matching/public_list.html", context, status=200 if shown else 404)
    response["X-Robots-Tag"] = "noindex"
    return response
