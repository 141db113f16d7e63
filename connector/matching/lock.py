"""A phone that was handed over opens two pages: what was kept, and the one that gives it back. The rest is refused.

Invariant: decided from the session before anything else looks at the request (sign-in, the admin, the API and files
included), by the name of the route and its method; what is not on the list is refused, whatever it is.
"""

from collections.abc import Callable, Mapping
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse

from connector.matching.handing import is_handed_over

READING: Final = frozenset({"GET", "HEAD"})
# Name of a route -> the methods that are let through.
ALLOWED: Final[Mapping[str, frozenset[str]]] = {"handed_over": READING, "take_back": READING | {"POST"}}
REFUSED: Final = "This phone was handed over. Only what was kept can be opened until it is given back."


class HandOverMiddleware:
    """Stands right behind the session's own middleware: nothing comes in before it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not is_handed_over(request.session):
            return self.get_response(request)
        request.handed_over = True  # type: ignore[attr-defined]
        return self.get_response(request) if is_let_through(request) else refusal(request)


def is_let_through(request: HttpRequest) -> bool:
    try:
        name = resolve(request.path_info).view_name
    except Resolver404:
        return False
    return request.method in ALLOWED.get(name, frozenset())


def refusal(request: HttpRequest) -> HttpResponse:
    """A page that was asked for leads to what was kept; everything else is a plain no."""
    kept = reverse("handed_over")
    if request.method in READING and "text/html" in request.headers.get("Accept", "") and not _by_script(request):
        answer: HttpResponse = redirect(kept)
    else:
        answer = HttpResponse(REFUSED, status=403, content_type="text/plain; charset=utf-8")
        answer["HX-Redirect"] = kept
    answer["Cache-Control"] = "no-store, private"
    return answer


def _by_script(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers
