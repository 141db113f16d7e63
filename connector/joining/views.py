"""The pages on which a group is told of: one question a page, saved at every step.

Invariant: a GET changes nothing; whatever was wrong with an answer, what was typed stays on the page.
"""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from connector.council.current import council
from connector.joining import alike, limits
from connector.joining.actions.begin_listing import begin_listing
from connector.joining.actions.keep_answer import keep_answer
from connector.joining.at_hand import at_hand, take_in_hand
from connector.joining.forms.ask import AskForm, AskOthersForm
from connector.joining.forms.initial import initial
from connector.joining.forms.what import WhatForm
from connector.joining.forms.when import SEEN, WhenForm, mark
from connector.joining.forms.where import WhereForm
from connector.joining.forms.who import WhoForm
from connector.joining.hearing import next_dates
from connector.joining.models import NewListing
from connector.joining.questions import QUESTIONS, SCREENS, before, next_question, number_of, title

THEIRS = "theirs"


@never_cache
@require_http_methods(["GET", "POST"])
def first_question(request: HttpRequest) -> HttpResponse:
    """The first question, asked before anything is kept. `?whose=theirs`: of a group that is somebody else's."""
    mine = request.GET.get("whose") != THEIRS
    form = WhatForm(request.POST if request.method == "POST" else None)
    shown = {"heading": title("what", mine=mine), "form": form, "question": "what", "mine": mine, "first": True}
    if not form.is_valid():
        return _page(request, {**shown, "alike": alike.by_name(form.data.get("name", "")) if form.is_bound else []})
    now = timezone.now()
    place = limits.hashed_place(request, timezone.localdate(now))
    if not limits.may_begin(place, now):
        form.add_error(None, limits.FULL)
        return _page(request, shown, status=429)
    by = request.user if request.user.is_authenticated else None
    listing = begin_listing(mine=mine, what=form.answer(), came_from=place, by=by, now=now)
    take_in_hand(request, listing)
    return redirect("joining_question", listing.uuid, "when")


@never_cache
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, uuid: UUID, question: str) -> HttpResponse:
    """One question about a new listing, and on to the next that has no answer."""
    listing = at_hand(request, uuid)
    if question not in QUESTIONS:
        raise Http404
    if listing.state != NewListing.State.WRITING:
        return redirect("joining_sent", uuid)
    data = request.POST if request.method == "POST" else None
    form = _form(request, listing, question, data)
    valid = form.is_valid()
    if valid and not getattr(form, "to_be_read_back", False):
        keep_answer(listing=listing, question=question, answer=form.answer(), now=timezone.now())
        following = next_question(listing.answers, after=question)
        return (
            redirect("joining_check", uuid) if following == "check" else redirect("joining_question", uuid, following)
        )
    return _page(request, {**_shown(listing, question, form), **_read_back(form)})


def _form(request: HttpRequest, listing: NewListing, question: str, data: Any) -> Any:
    kept = {"initial": initial(question, listing.answers.get(question) or {})}
    if question == "when":
        return WhenForm(data, today=timezone.localdate(), **kept)
    if question == "ask":
        directory = council(request).directory
        return (AskForm if listing.mine else AskOthersForm)(data, directory=directory, **kept)
    return {"what": WhatForm, "where": WhereForm, "who": WhoForm}[question](data, **kept)


def _read_back(form: Form) -> dict[str, Any]:
    """The next real dates of what was understood, to agree to."""
    if not isinstance(form, WhenForm) or not form.heard.times:
        return {}
    dates = next_dates(form.heard.times, timezone.now(), settings.CONNECTOR_NATION)
    return {"dates": dates, "seen": mark(form.heard), "seen_name": SEEN, "read_back": form.to_be_read_back}


@require_http_methods(["POST"])
def dates(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What is understood so far of the times that somebody is typing: a piece of the page, and nothing is kept."""
    at_hand(request, uuid)
    form = WhenForm(request.POST, today=timezone.localdate())
    form.is_valid()
    return render(request, "joining/_dates.html", {**_read_back(form), "questions": form.heard.questions})


def _shown(listing: NewListing, question: str, form: Form) -> dict[str, Any]:
    back = before(question)
    return {
        "heading": title(question, mine=listing.mine),
        "form": form,
        "question": question,
        "mine": listing.mine,
        "uuid": listing.uuid,
        "back": back,
        "name": (listing.answers.get("what") or {}).get("name", ""),
    }


def _page(request: HttpRequest, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {"number": number_of(shown["question"]), "screens": SCREENS, **shown}
    return render(request, "joining/question.html", context, status=status)
