"""Pages that say how the product works. None of them needs to know who is looking."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from connector.core.components import components
from connector.core.sources import sources

CLOTHS = (
    *("fleece", "bleached", "woad", "straw", "rose", "moss", "deep"),
    *("ink", "quiet", "indigo", "madder", "weld", "fern", "edge", "line"),
)
COOKIES = (
    ("csrftoken", "Makes sure that a form you send is yours. It stays for a year."),
    ("sessionid", "Only if you sign in or keep something. It knows that it is still you. It goes after twelve hours."),
)


def how_ordered(request: HttpRequest) -> HttpResponse:
    return render(request, "connector/core/how_ordered.html", {"heading": "How results are ordered"})


def data_sources(request: HttpRequest) -> HttpResponse:
    """Every register that listings were read from, with its licence and the words it asks for."""
    return render(
        request,
        "connector/core/data_sources.html",
        {"heading": "Where our data comes from", "sources": sources()},
    )


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "connector/core/accessibility.html", {"heading": "Using this website"})


def cookies(request: HttpRequest) -> HttpResponse:
    return render(request, "connector/core/cookies.html", {"heading": "Cookies", "rows": COOKIES})


def leaving(request: HttpRequest) -> HttpResponse:
    """How to leave a page in a hurry, and what stays behind."""
    return render(request, "connector/core/leaving.html", {"heading": "Leaving a page in a hurry"})


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with its examples. In the demonstration only."""
    if not settings.CONNECTOR_DEMONSTRATION:
        raise Http404
    shown = {"heading": "The kit", "components": components(), "cloths": CLOTHS}
    return render(request, "connector/core/gallery.html", shown)
