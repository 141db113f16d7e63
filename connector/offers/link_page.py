"""The page behind every link about an offer: what it is, where it stands, and one press for each thing to say.

Invariant: looking changes nothing; a link is for one offer, as long as we know whose it is.
"""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cms.schedule.names import full_date
from connector.links.models import Link
from connector.links.purposes import Purpose, register
from connector.notifications.recipients import addressee
from connector.offers.actions.keep_offer import answer_offer, keep_offer, withdraw_offer
from connector.offers.actions.send_offer import prove_offer
from connector.offers.deciding import may
from connector.offers.letters import LASTS, OWN
from connector.offers.models import Offer
from connector.offers.times import times
from connector.offers.wording import months

State = Offer.State
SAID: Final = {
    State.UNPROVEN: "Is this your address, and do you offer this? Nobody sees it before you say so.",
    State.WAITING: "Thank you. A community connector looks at it. Nobody else has seen it.",
    State.ASKED: "A community connector would like to know something.",
    State.OUT: "Workers can find it. Your name and how to reach you are with a connector alone.",
    State.RETURNED: "A community connector has looked, and could not take it this time.",
    State.WITHDRAWN: "It is stopped. Nobody can find it any more. Thank you for offering.",
    State.ENDED: "Its time is over, and nobody can find it any more. You can offer it again.",
}
TAKEN_OFF: Final = "A connector has taken it off for now. Nobody can find it."


def show(request: HttpRequest, link: Link) -> HttpResponse:
    return _page(request, _offer(link))


def press(request: HttpRequest, link: Link) -> HttpResponse:
    """`do`: mine, true, stop, or answer with `words`. Anything else does nothing."""
    offer = _offer(link)
    if offer is not None:
        _done(offer, request.POST.get("do", ""), request.POST.get("words", ""))
    return redirect(request.path)


def connect() -> None:
    """Let such links be made, once a process."""
    register(PURPOSE)


PURPOSE: Final = Purpose(OWN, LASTS, show, press)


def _done(offer: Offer, do: str, words: str) -> None:
    if do == "mine":
        prove_offer(offer=offer)
    elif do == "true":
        keep_offer(offer=offer)
    elif do == "stop":
        withdraw_offer(offer=offer)
    elif do == "answer":
        answer_offer(offer=offer, words=words)


def _offer(link: Link) -> Offer | None:
    """As long as whoever the link went to is who offers it."""
    rows = Offer.objects.select_related("asset").filter(pk=link.object_id)
    return rows.first() if addressee(link.recipient) else None


def _page(request: HttpRequest, offer: Offer | None) -> HttpResponse:
    shown: dict[str, Any] = {"heading": "There is nothing here any more"}
    if offer is not None:
        off = offer.state == State.OUT and (offer.asset is None or not offer.asset.live)
        shown = {
            "heading": "What you would share",
            "title": offer.title,
            "said": TAKEN_OFF if off else SAID.get(State(offer.state), ""),
            "question": offer.question if offer.state == State.ASKED else "",
            "reason": offer.reason,
            "ends": full_date(offer.ends_on) if offer.state == State.OUT and offer.ends_on else "",
            "runs": months(times().runs),
            "may": {each for each in ("prove", "keep", "withdraw", "answer") if may(each, offer.state)},
        }
    return render(request, "connector/offers/own.html", shown)
