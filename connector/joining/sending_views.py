"""Reading a new listing over, sending it, and what is told then.

Invariant: it is sent once, however often the button is pressed; whoever is refused reads why, and nothing is lost.
"""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cms.selfservice.state import state_of
from cms.selfservice.words import say_state
from connector.joining import alike, limits
from connector.joining.actions.keep_answer import keep_answer
from connector.joining.actions.send_listing import NotFit, QueueIsFull, TooManyOfOne, send_listing
from connector.joining.at_hand import at_hand
from connector.joining.coach.advising import advice_for_draft, words_of
from connector.joining.coach.plain_words import plainer
from connector.joining.hearing import next_dates
from connector.joining.models import NewListing
from connector.joining.questions import TITLES, later_questions, missing, safeguarding_unknown
from connector.joining.reading_back import rows

REACHED = "Your e-mail, so that you can keep it right yourself"
TOLD = "Your e-mail, if we may tell you what comes of it"


class SendForm(forms.Form):
    email = forms.EmailField(required=False, widget=forms.EmailInput({"autocomplete": "email"}))

    def __init__(self, *args: Any, mine: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = REACHED if mine else TOLD
        self.fields["email"].help_text = "Nobody else sees it. Leave it empty if you would rather not."


@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """All of it, read back before it is sent."""
    listing = at_hand(request, uuid)
    if listing.state != NewListing.State.WRITING:
        return redirect("joining_sent", uuid)
    if left := missing(listing.answers):
        return redirect("joining_question", uuid, left[0])
    known = {"email": getattr(request.user, "email", "") or (listing.answers["ask"]["email"] if listing.mine else "")}
    form = SendForm(request.POST if request.method == "POST" else None, initial=known, mine=listing.mine)
    if not form.is_valid():
        return _check_page(request, listing, form)
    try:
        sent = send_listing(listing=listing, email=form.cleaned_data["email"], now=timezone.now())
    except NotFit:
        return redirect("joining_check", uuid)
    except (QueueIsFull, TooManyOfOne) as problem:
        form.add_error(None, limits.FULL if isinstance(problem, QueueIsFull) else limits.FROM_ONE)
        return _check_page(request, listing, form, status=429)
    return redirect("joining_sent", sent.uuid)


@require_POST
def use_plainer_words(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say it in the plainer words that were offered."""
    listing = at_hand(request, uuid)
    what = listing.answers["what"]
    answer = {**what, "summary": plainer(what["summary"]).text}
    keep_answer(listing=listing, question="what", answer=answer, now=timezone.now())
    messages.success(request, "Changed. Have a look whether it still says what you mean.")
    return redirect("joining_check", uuid)


@never_cache
@require_GET
def sent(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What happens next, with its number, and one gentle question more."""
    listing = at_hand(request, uuid)
    if listing.state == NewListing.State.WRITING:
        return redirect("joining_check", uuid)
    waits = listing.state == NewListing.State.SENT and listing.asset is not None
    later = later_questions(listing.answers) if waits else []
    shown = {
        "heading": "People see it now" if listing.state == NewListing.State.OUT else "Thank you. We have it",
        "listing": listing,
        "mine": listing.mine,
        "uuid": uuid,
        "out": listing.state == NewListing.State.OUT,
        "gone": listing.asset is None,
        "ahead": _ahead(listing) if waits else 0,
        "state": say_state(state_of(listing.asset), timezone.localdate()) if listing.asset else "",
        "later": [(each, TITLES[each]) for each in later],
        "safeguarding": waits and safeguarding_unknown(listing.answers),
        "advice": advice_for_draft(listing, later) if waits else None,
    }
    return render(request, "joining/sent.html", shown)


def _ahead(listing: NewListing) -> int:
    waiting = NewListing.objects.filter(state=NewListing.State.SENT, asset__live=False)
    return waiting.filter(sent_at__lt=listing.sent_at).count()


def _check_page(request: HttpRequest, listing: NewListing, form: forms.Form, status: int = 200) -> HttpResponse:
    answers = listing.answers
    shown = {
        "heading": TITLES["check"],
        "form": form,
        "uuid": listing.uuid,
        "mine": listing.mine,
        "rows": rows(answers, mine=listing.mine),
        "dates": next_dates(answers["when"]["times"], timezone.now(), settings.CONNECTOR_NATION),
        "pin": "found_at" in answers["where"] and answers["where"]["how"] == "place",
        "alike": alike.by_all(answers),
        "words": words_of(answers["what"]["summary"]),
    }
    return render(request, "joining/check.html", shown, status=status)
