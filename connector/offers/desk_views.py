"""The admin's pages on which a connector answers an offer, and says what came of asking for a worker.

Invariant: looking changes nothing. Only connectors see who it is; no answer holds a name in its address.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.viewsets.framed import Back, edit_url, framed
from connector.offers.actions.ask_broker import broker_done
from connector.offers.actions.keep_offer import keep_offer, withdraw_offer
from connector.offers.actions.look_at_offer import NotRung, TellsOfSomebody, agree_offer, ask_of_offer, return_offer
from connector.offers.deciding import may
from connector.offers.heard import labels
from connector.offers.models import BrokerTask, Offer

NEEDED = "cms.publish_asset"
OFFERS, TASKS = "wagtailsnippets_offers_offer:list", "wagtailsnippets_offers_brokertask:list"
ANSWERED = "Somebody has answered already, or they stopped it."
RING_FIRST = "Ring them first, and tick that you did: nobody has proved that number."
TOO_MUCH = "The words hold {}. Take it out: workers read them."


@never_cache
@require_http_methods(["GET", "POST"])
@permission_required(NEEDED, raise_exception=True)
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `do`: agree (`title`, `words`, `rung`), ask (`question`), return (`reason`), true or stop."""
    offer = get_object_or_404(Offer.objects.exclude(state=Offer.State.UNPROVEN).select_related("area"), pk=pk)
    if request.method == "POST" and (do := _ACTS.get(request.POST.get("do", ""))):
        try:
            done = do(request, offer)
        except TellsOfSomebody as problem:
            messages.error(request, TOO_MUCH.format(problem))
        except NotRung:
            messages.error(request, RING_FIRST)
        except ValueError as problem:
            messages.error(request, str(problem))
        else:
            (messages.success if done else messages.warning)(request, "Done." if done else ANSWERED)
            return redirect(OFFERS)
    known = labels()
    shown = {
        "offer": offer,
        "title": request.POST.get("title", offer.title),
        "words": request.POST.get("words", offer.words),
        "about": ", ".join(known[code] for code in offer.heard if code in known),
        "may": {each for each in ("agree", "ask", "return", "keep", "withdraw") if may(each, offer.state)},
        "listing": edit_url(offer.asset.pk) if offer.asset else "",
    }
    return _page(request, "offer", offer.title, OFFERS, "People’s offers", shown)


@never_cache
@require_http_methods(["GET", "POST"])
@permission_required(NEEDED, raise_exception=True)
def broker_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Whom to ask, for which worker. POST `came`: introduced or not_now."""
    task = get_object_or_404(BrokerTask.objects.select_related("asset", "worker"), pk=pk)
    if request.method == "POST" and request.POST.get("came") in BrokerTask.Came.values:
        done = broker_done(task=task, came=request.POST["came"], by=request.user)  # type: ignore[arg-type]  # nobody else has the permission
        messages.success(request, "Written down. The worker reads it too." if done else "It was written down already.")
        return redirect(TASKS)
    shown = {
        "task": task,
        "offer": Offer.objects.filter(asset=task.asset_id).exclude(first_name="").first(),
        "contacts": list(task.asset.contacts.all()),
        "listing": edit_url(task.asset_id),
    }
    return _page(request, "task", task.asset.name, TASKS, "Offers to ask about", shown)


def _agree(request: HttpRequest, offer: Offer) -> bool:
    said = request.POST
    words = {"title": said.get("title", offer.title), "words": said.get("words", offer.words)}
    return agree_offer(offer=offer, by=request.user, rung="rung" in said, **words)  # type: ignore[arg-type]  # as above


def _ask(request: HttpRequest, offer: Offer) -> bool:
    return ask_of_offer(offer=offer, by=request.user, question=request.POST.get("question", ""))  # type: ignore[arg-type]


def _return(request: HttpRequest, offer: Offer) -> bool:
    return return_offer(offer=offer, by=request.user, reason=request.POST.get("reason", ""))  # type: ignore[arg-type]


_ACTS: dict[str, Callable[[HttpRequest, Offer], bool]] = {
    "agree": _agree,
    "ask": _ask,
    "return": _return,
    "true": lambda request, offer: keep_offer(offer=offer, by=request.user),  # type: ignore[arg-type]
    "stop": lambda request, offer: withdraw_offer(offer=offer, by=request.user),  # type: ignore[arg-type]
}


def _page(
    request: HttpRequest, name: str, title: str, back: str, back_words: str, shown: dict[str, Any]
) -> HttpResponse:
    way = Back(reverse(back), back_words)
    return framed(request, f"wagtailadmin/offers/{name}.html", shown, title=title, icon="pick", back=way)
