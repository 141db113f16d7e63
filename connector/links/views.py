"""The one door through which every link comes.

Invariant: a GET changes nothing, whoever opens it: a person, a mail scanner, a preview. What is done is done by a POST
of the page's own form. The answer tells no other site where it is, asks robots to forget it, and is kept by no cache.
"""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from connector.links.actions.use_link import use_link
from connector.links.deciding import Standing
from connector.links.forgery import refusal
from connector.links.models import Link
from connector.links.purposes import Purpose, purpose_named
from connector.links.standing import look_up
from connector.links.tries import count_wrong, too_many
from connector.links.words import ENDED

ONE_CLICK = ("List-Unsubscribe", "One-Click")


@never_cache
@csrf_exempt  # `forgery.refusal` asks instead, just below
def link(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows, POST does."""
    answer = _answer(request, token)
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    if too_many(request):
        return render(request, "connector/links/too_many.html", {"heading": "That was too many tries"}, status=429)
    found, standing = look_up(token, now=timezone.now())
    purpose = purpose_named(found.purpose) if found else None
    if found is None or purpose is None or standing is not Standing.VALID:
        count_wrong(request)
        return ended(request, standing)
    if request.method != "POST":
        return purpose.show(request, found)
    if not (purpose.one_click and request.POST.get(ONE_CLICK[0]) == ONE_CLICK[1]):
        refused = refusal(request)
        if refused is not None:
            return refused
    return _press(request, found, purpose)


@transaction.atomic
def _press(request: HttpRequest, found: Link, purpose: Purpose) -> HttpResponse:
    """What the purpose does, and that the link was used, together or not at all."""
    if not use_link(link=found, single=purpose.single_use, now=timezone.now()):
        return ended(request, Standing.USED if purpose.single_use else Standing.REVOKED)
    return purpose.press(request, found)


def ended(request: HttpRequest, standing: Standing) -> HttpResponse:
    """The page of a link that does not open."""
    told = ENDED[standing]
    shown = {"heading": told.heading, "words": told.words, "next_step": told.next_step}
    return render(request, "connector/links/ended.html", shown, status=told.status)
