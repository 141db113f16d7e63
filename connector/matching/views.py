"""The match page, the shortlist and the take-home, for people with the permission to match.

Invariant: what is typed is posted, answered and forgotten: it is in no address, log, session or table. What is told in
answer, how far and for which interest, waits in the session for the pages that follow (`told`).
"""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.schedule.names import DAY_NAMES
from connector.accounts.guards import needs
from connector.core.permissions import Permission
from connector.core.qr import square
from connector.council.current import council
from connector.matching.answer import answer
from connector.matching.asked import Asked
from connector.matching.asking_them import ask_them
from connector.matching.comparing import MOST
from connector.matching.forms import MatchForm
from connector.matching.list_address import codes
from connector.matching.noting import note_what_is_missing, note_what_is_new
from connector.matching.saying_hello import say_hello_to, wished_from_its_page
from connector.matching.shortlist import kept, kept_or_dropped
from connector.matching.takehome import kept_cards, takehome_items
from connector.matching.tell import tell
from connector.matching.told import as_told, remember, told_of
from connector.reach.deciding import Act
from connector.reach.noting import note
from search.finder import EngineUnavailable
from search.meaning import here


@needs(Permission.MATCH)
@never_cache
@require_http_methods(["GET", "POST"])
def match(request: HttpRequest) -> HttpResponse:
    """Words of a visit in, a few answers with reasons out."""
    kept_or_dropped(request)
    asked = Asked.of(request.POST) if request.method == "POST" else Asked.of({})
    # htmx sends the button that was pressed last along with what is only typed: then the form itself asks.
    asked = replace(asked, shown=asked.shown and getattr(request.htmx, "trigger", None) != "match")  # type: ignore[attr-defined]
    form = MatchForm(asked.fields) if request.method == "POST" else MatchForm(initial={"travel": "foot"})
    try:
        context = answer(asked, form, request.viewer, kept(request.session), timezone.localtime())  # type: ignore[attr-defined]
    except EngineUnavailable:
        return render(request, "errors/search_unavailable.html", status=503)
    told = tell(request)  # after the answer: without one, nothing is told, and pressing again tells it once
    if context["asked"]:
        context["answers"] = ask_them(request, asked.question, context["answers"])
        context["answers"] = say_hello_to(request, asked.hello, context["answers"])
        shown = context["answers"] or (beside.cards if (beside := context.get("beside")) else ())
        context["noted"] = note_what_is_missing(request, context)
        note_what_is_new(request, form.cleaned_data.get("note", ""), context.pop("new_words"))
        remember(request.session, shown, context.pop("reasons"), kept(request.session))
        if asked.shown:
            note(request, Act.ANSWERED, [card.uuid for card in context["answers"]])
    template = "_answers" if request.htmx else "match"  # type: ignore[attr-defined]
    context |= {"door": "match", "words_alone": here.is_lacking(), **told}
    return render(request, f"connector/matching/{template}.html", context)


@needs(Permission.MATCH)
@never_cache
@require_http_methods(["GET", "POST"])
def shortlist(request: HttpRequest) -> HttpResponse:
    """What is kept."""
    if request.method == "POST":
        pressed = kept_or_dropped(request) or wished_from_its_page(request)
        return redirect(_listing(pressed) if pressed and request.POST.get("back") == "listing" else "shortlist")
    held = kept_cards(kept(request.session), request.viewer, timezone.localtime())  # type: ignore[attr-defined]
    cards = [as_told(card, told_of(request.session, card.uuid)) for card in held]
    context: dict[str, Any] = {
        "door": "shortlist",
        "cards": cards,
        "kept_count": len(cards),
        "can_compare": len(cards) > MOST,
    }
    return render(request, "connector/matching/shortlist.html", context)


@needs(Permission.MATCH)
@never_cache
@require_http_methods(["GET"])
def takehome(request: HttpRequest) -> HttpResponse:
    """The page that a person keeps."""
    now = timezone.localtime()
    items = takehome_items(request.session, now)
    note(request, Act.PRINTED, [item["card"].uuid for item in items])
    context = {
        "door": "shortlist",
        "title": f"For you, from our chat on {DAY_NAMES[now.weekday()]}",
        "items": items,
        "lead": _lead(len(items)),
        "kept_count": len(items),
        "qr": square(reverse("public_list", args=[codes(item["card"].uuid for item in items)])) if items else "",
        "stuck": council(request).phone,
    }
    return render(request, "connector/matching/takehome.html", context)


def _listing(uuid: str) -> str:
    """A listing's own page, at the button that was pressed."""
    return f"{reverse('listing', args=[uuid])}#keep-{uuid}"


def _lead(count: int) -> str:
    if count == 1:
        return "Something near you, from what we talked about. Go, or don't: both are fine."
    numbers = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}
    return f"{numbers.get(count, str(count))} things near you, from what we talked about." if count else ""
