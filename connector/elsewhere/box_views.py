"""The box that stands on other websites, the script that makes it, its colour, and the page that hands it out.

Invariant: these alone may be framed by anybody, and they hold nothing of whoever looks: no session is opened, no cookie
is set, and the public's view of the catalogue is all there is.
"""

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from connector.council.style import stylesheet
from connector.elsewhere.box_form import BoxForm
from connector.elsewhere.box_snippets import snippets
from connector.elsewhere.near_box import asked, box, readable
from search.finder import EngineUnavailable

FIVE_MINUTES, A_DAY, A_YEAR = 5 * 60, 24 * 60 * 60, 365 * 24 * 60 * 60
SCRIPT = "connector/js/near_here.js"
View = Callable[..., HttpResponseBase]


def for_other_websites(view: View) -> View:
    """May be framed and read by any website, and is kept by no search engine."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    return xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(opened))


@require_safe
@for_other_websites
@cache_control(public=True, max_age=FIVE_MINUTES)
def near_box(request: HttpRequest) -> HttpResponse:
    """What is on near somewhere. `grows`: the page around it asked to be told how tall it is."""
    wanted = asked(request.GET.dict())
    context = {"look": wanted.look, "accent": wanted.accent[1:].lower(), "grows": "grows" in request.GET}
    try:
        found = box(wanted, timezone.localtime())
    except EngineUnavailable:
        context |= {"heading": "What’s on", "all_url": wanted.all_url, "away": True}
        return render(request, "connector/elsewhere/near_box.html", context, status=503)
    context |= {"heading": found.heading, "cards": found.cards, "all_url": found.all_url, "problem": found.problem}
    return render(request, "connector/elsewhere/near_box.html", context)


@require_safe
@for_other_websites
@cache_control(public=True, max_age=A_DAY)
def near_script(request: HttpRequest) -> HttpResponse:
    """The element `<connector-near>`, at an address that never changes."""
    return HttpResponse(_script(), content_type="text/javascript; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=A_YEAR, immutable=True)
def accent(request: HttpRequest, digits: str) -> HttpResponse:
    """The colour of a box as a stylesheet. One in which nobody could read is not found."""
    found = readable(digits)
    if not found:
        raise Http404
    text = stylesheet(band_colour="", link_colour=found)
    return HttpResponse(text, content_type="text/css; charset=utf-8")


@require_safe
@csp_update({"frame-src": [SELF]})
def put_on_your_website(request: HttpRequest) -> HttpResponse:
    """A form by GET that makes the pieces to copy, and shows what they will look like."""
    form = BoxForm(request.GET or None)
    context: dict[str, Any] = {"heading": "Put this on your website", "form": form, "door": ""}
    if form.is_bound and form.is_valid():
        most = int(form.cleaned_data["most"])
        place = form.cleaned_data["near"]
        ward = form.ward_name()
        title = f"What’s on near {place.label}" if place else f"What’s on in {ward}" if ward else "What’s on"
        context["made"] = snippets(form.address(), title, most)
        context["title"] = title
    return render(request, "connector/elsewhere/put_on_your_website.html", context)


@cache
def _script() -> str:
    found = finders.find(SCRIPT)
    if not isinstance(found, str):
        raise Http404
    return Path(found).read_text(encoding="utf-8")
