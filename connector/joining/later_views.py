"""The gentle questions that come after a listing was sent, and for whoever keeps one; the pin; carrying on elsewhere.

Invariant: the sender's own answers go into the draft that waits; once people see it, only who keeps it may change it.
"""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.actions import Locked
from cms.models import Asset, Introductions
from cms.selfservice.desk import kept_by
from cms.whereabouts import nearest_place
from connector.joining import letters
from connector.joining.actions.answer_later import TooLate, answer_later, change_by_editor
from connector.joining.actions.keep_answer import keep_answer
from connector.joining.actions.keep_picture import keep_picture
from connector.joining.at_hand import at_hand
from connector.joining.coach.looking import looked_for
from connector.joining.doors import RESUME, address_of
from connector.joining.forms.later import FORMS, AccessForm, PictureForm, subjects_to_ask
from connector.joining.models import NewListing
from connector.joining.placing import moved, stepped
from connector.joining.questions import TITLES

TOO_LATE = "People see this listing now. Sign in with your e-mail to change it."
THANKS = "Thank you. That will help people."


@never_cache
@require_http_methods(["GET", "POST"])
def more(request: HttpRequest, uuid: UUID, question: str) -> HttpResponse:
    """One gentle question about what was sent. Leaving it out counts as asked."""
    listing = at_hand(request, uuid)
    if question not in FORMS or listing.asset is None or listing.state == NewListing.State.WRITING:
        raise Http404
    form = _form(request, question, listing.asset)
    if not listing.mine:
        form.fields.pop("introductions", None)  # for the group alone to say
    if request.method != "POST" or not form.is_valid():
        return _page(request, question, form, {"back": ("joining_sent", uuid)})
    try:
        answer_later(listing=listing, question=question, answer=_answer(form, None), now=timezone.now())
        messages.success(request, THANKS)
    except TooLate:
        messages.info(request, TOO_LATE)
    except Locked as problem:
        messages.warning(request, str(problem))
    return redirect("joining_sent", uuid)


@never_cache
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest, uuid: UUID, question: str) -> HttpResponse:
    """The same question for whoever keeps the listing; the change waits for a look like any other."""
    asset = get_object_or_404(kept_by(request.user), uuid=uuid)
    if question not in FORMS:
        raise Http404
    form = _form(request, question, asset)
    if request.method != "POST" or not form.is_valid():
        return _page(request, question, form, {"back": ("my_listing", uuid), "door": "mine"})
    try:
        change_by_editor(asset=asset, question=question, answer=_answer(form, request.user), by=request.user)
        messages.success(request, "Sent. A connector looks at it before people see it.")
    except Locked as problem:
        messages.warning(request, str(problem))
    return redirect("my_listing", uuid)


@never_cache
@require_http_methods(["GET", "POST"])
def pin(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The pin, moved by hand on the map, or by a few steps with a button."""
    listing = at_hand(request, uuid)
    where = listing.answers.get("where") or {}
    if where.get("how") != "place" or "found_at" not in where or listing.state != NewListing.State.WRITING:
        raise Http404
    problem = ""
    if request.method == "POST":
        step = request.POST.get("step", "")
        at = stepped(where, step) if step else _point(request)
        now = moved(where, *at) if at else None
        if now is not None:
            keep_answer(listing=listing, question="where", answer=now, now=timezone.now())
            return redirect("joining_pin", uuid) if step else redirect("joining_check", uuid)
        problem = "That is a long way from the place that you wrote. Move the pin nearer, or change the place."
    shown = {"heading": "Is the pin at the door?", "where": where, "uuid": uuid, "problem": problem}
    return render(request, "joining/pin.html", shown, status=422 if problem else 200)


class ElsewhereForm(forms.Form):
    email = forms.EmailField(
        label="Your e-mail", widget=forms.EmailInput({"autocomplete": "email"}), help_text="We send the link once."
    )


@never_cache
@require_http_methods(["GET", "POST"])
def elsewhere(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The link with which it can be carried on later, or on another telephone or computer."""
    listing = at_hand(request, uuid)
    shows = request.POST.get("press") == "show"
    form = ElsewhereForm(request.POST if request.method == "POST" and not shows else None)
    if form.is_valid():
        sent = letters.say_carry_on(listing, form.cleaned_data["email"])
        words = "The link is on its way." if sent else "We cannot send it just now. Copy the link from here."
        messages.info(request, words)
        return redirect("joining_elsewhere", uuid)
    link = address_of(RESUME, listing, timezone.now()) if shows else ""
    shown = {"heading": "Carry on later", "form": form, "link": link, "uuid": uuid}
    return render(request, "joining/elsewhere.html", shown)


def _point(request: HttpRequest) -> tuple[float, float] | None:
    try:
        return float(request.POST["lat"]), float(request.POST["lon"])
    except (KeyError, ValueError):
        return None


def _form(request: HttpRequest, question: str, asset: Asset) -> forms.Form:
    sent = request.method == "POST"
    posted = {"data": request.POST, "files": request.FILES} if sent else {"data": None, "files": None}
    draft = asset.get_latest_revision_as_object()
    if question == "access":
        return AccessForm(**posted, subjects=_subjects(draft), initial=_facts(draft))
    told = {
        "safeguarding": {"lead": draft.safeguarding_lead, "policy": draft.safeguarding_policy},
        "coming": {
            "coming": draft.coming,
            "new_a_month": draft.new_a_month,
            "cannot_do": draft.cannot_do,
            **_introductions(asset),
        },
        "first": {"happens": draft.first_happens, "bring": draft.first_bring},
    }
    return FORMS[question](**posted, initial=told.get(question, {}))


def _introductions(asset: Asset) -> dict[str, str]:
    state = Introductions.objects.filter(asset=asset).values_list("state", flat=True).first()
    return {"introductions": state if state in ("agreed", "no_thanks") else ""}


def _subjects(asset: Asset) -> list[str]:
    place, _ = nearest_place(asset, None)
    interests = [row.interest.code for row in asset.asset_interests.all()]
    area = place.ward.code if place and place.ward else ""
    looked = looked_for(asset_id=asset.pk, interests=interests, area=area, today=timezone.localdate())
    return subjects_to_ask(looked)


def _facts(asset: Asset) -> dict[str, str]:
    rows = asset.access_facts.all()
    return {row.subject: row.state for row in rows} | {f"{row.subject}_note": row.note for row in rows}


def _answer(form: Any, by: Any) -> dict[str, Any]:
    """What is kept. Of a picture that was left out, nothing."""
    if not isinstance(form, PictureForm):
        return dict(form.answer())
    file = form.cleaned_data["file"]
    if not file:
        return {}
    return {"picture": keep_picture(file=file, description=form.cleaned_data["description"], by=by).pk}


def _page(request: HttpRequest, question: str, form: forms.Form, shown: dict[str, Any]) -> HttpResponse:
    context = {"heading": TITLES[question], "form": form, "question": question, **shown}
    return render(request, "joining/later.html", context)
