"""The pages on which somebody tells what they would share: one question a page, kept at each step, no account.

Invariant: a GET changes nothing; nothing is kept outside the browser's session before it is agreed to and sent, and it
is sent once, however often the button is pressed.
"""

from typing import Any, Final

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from connector.core.open_forms import too_many
from connector.council.current import council
from connector.offers import at_hand
from connector.offers.actions.send_offer import send_offer
from connector.offers.forms import SendForm, WhatForm, WhenForm, WhereForm, YouForm
from connector.offers.heard import heard, labels
from connector.offers.models import Offer
from connector.offers.questions import QUESTIONS, SCREENS, TITLES, before, missing, next_question, number_of, rows
from connector.offers.times import times
from connector.offers.wording import agreement, months

WAIT: Final = "That was often. Everything is still here: send it in an hour, or ring the council."
FROM_ONE_PLACE, TO_ONE_PERSON, IN_ALL = 5, 3, 60
"""So many offers an hour; and so many letters to somebody who has not said that the address is theirs."""
_FORMS: Final[dict[str, type[Any]]] = {"what": WhatForm, "where": WhereForm, "when": WhenForm, "you": YouForm}


@never_cache
@require_http_methods(["GET", "POST"])
def first_question(request: HttpRequest) -> HttpResponse:
    """What somebody could share."""
    return _ask(request, "what")


@never_cache
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, question: str) -> HttpResponse:
    """One of the other questions, once the first has an answer."""
    if question not in QUESTIONS[1:]:
        raise Http404
    if not at_hand.answers(request):
        return redirect("offering")
    return _hear(request) if question == "heard" else _ask(request, question)


def _ask(request: HttpRequest, question: str) -> HttpResponse:
    given = at_hand.answers(request)
    form = _FORMS[question](request.POST if request.method == "POST" else None, initial=_known(question, given))
    if form.is_valid():
        return _go(question, at_hand.keep(request, question, form.answer()))
    return _page(request, question, form=form)


def _hear(request: HttpRequest) -> HttpResponse:
    """What we read in the words, as chips. POST `press`: off:CODE or on:CODE; without one, it is agreed to."""
    given = at_hand.answers(request)
    off = set((given.get("heard") or {}).get("off", []))
    chips = heard(given["what"]["words"], off)
    if request.method != "POST":
        return _page(request, "heard", chips=chips)
    press, _, code = request.POST.get("press", "").partition(":")
    if press in ("off", "on"):
        off = off | {code[:80]} if press == "off" else off - {code}
        off &= {chip.code for chip in chips}
    kept = {"off": sorted(off), "codes": [chip.code for chip in chips if chip.code not in off]}
    answers = at_hand.keep(request, "heard", kept)
    return redirect("offering_question", "heard") if press else _go("heard", answers)


@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """All of it read over, the agreement, and sending."""
    given = at_hand.answers(request)
    if not given:
        return redirect("offering_sent" if request.session.get(at_hand.SENT) else "offering")
    if left := missing(given):
        return redirect("offering_question", left[0])
    words = agreement(council(request).directory, times().runs)
    told = (given["what"]["words"], given["when"]["when"], given["when"]["condition"])
    data = request.POST if request.method == "POST" else None
    name, seconds = given["you"]["first_name"], at_hand.seconds(request)
    form = SendForm(data, agreement=words, told=told, first_name=name, seconds=seconds)
    if not form.is_valid():
        return _check_page(request, form, given)
    if _often(request, given["you"]):
        form.add_error(None, WAIT)
        return _check_page(request, form, given, status=429)
    send_offer(mark=at_hand.mark(request), answers=given, agreed_words=words)
    at_hand.sent(request, "email" if given["you"]["email"] else "phone")
    return redirect("offering_sent")


@never_cache
@require_GET
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next. It tells nobody whose address is whose."""
    shown = {"heading": "Thank you", "way": request.session.get(at_hand.SENT, ""), "months": months(times().runs)}
    return render(request, "connector/offers/sent.html", shown)


def _often(request: HttpRequest, you: dict[str, Any]) -> bool:
    """Whether that was too often from one place, for one person, or in all; else it is counted for each."""
    often = [
        too_many(request, "offer", most=FROM_ONE_PLACE),
        too_many(request, "offer-to", most=TO_ONE_PERSON, what=you["email"] or you["phone"]),
        too_many(request, "offer-all", most=IN_ALL, what="all"),
        bool(you["email"])
        and Offer.objects.filter(email=you["email"], state=Offer.State.UNPROVEN).count() >= TO_ONE_PERSON,
    ]
    return any(often)


def _known(question: str, given: dict[str, Any]) -> dict[str, Any]:
    """What was answered before. Of a postcode only what was kept of it."""
    known = given.get(question) or {}
    return {"words": known.get("ward") or known.get("sector", "")} if question == "where" else known


def _go(question: str, answers: dict[str, Any]) -> HttpResponse:
    following = next_question(answers, question)
    return redirect("offering_check") if following == "check" else redirect("offering_question", following)


def _page(request: HttpRequest, question: str, form: Form | None = None, **more: Any) -> HttpResponse:
    shown = {
        "heading": TITLES[question],
        "question": question,
        "number": number_of(question),
        "screens": SCREENS,
        "back": before(question),
        "form": form,
        **more,
    }
    return render(request, "connector/offers/question.html", shown)


def _check_page(request: HttpRequest, form: Form, given: dict[str, Any], status: int = 200) -> HttpResponse:
    found, kept = rows(given, labels(), dict(Offer.Often.choices))
    shown = {"heading": TITLES["check"], "form": form, "found": found, "kept": kept, "screens": SCREENS}
    return render(request, "connector/offers/check.html", shown, status=status)
