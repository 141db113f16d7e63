"""The pages on which a group keeps its listing right. Views ask, put the answer aside, and send it on.

Invariant: nothing is changed by looking; what somebody typed is never lost, whatever was wrong with it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cms.actions import Locked, NothingWaits, answer_question
from cms.moderation import RULES, Verdict
from cms.page_parts import MY_LISTING, parts_for
from cms.selfservice.by_link import who
from cms.selfservice.desk import Desk, forget, keep, kept_by, open_desk, reached_by
from cms.selfservice.kept import NEW, phone_of, place_of
from cms.selfservice.pending import answered
from cms.selfservice.questions import OF_LISTING, time_form
from cms.selfservice.sending import ChangedMeanwhile, send
from cms.selfservice.state import state_of
from cms.selfservice.steps import Time, next_question, questions
from cms.selfservice.time_forms import RhythmForm
from cms.selfservice.tracking import changes_of, question_of
from cms.selfservice.words import NAMES, NOT_SAID, ROOM, SAID, fact, say_outlook, say_sent, say_state, sentence

DOOR = "mine"
MENDED = "A connector can put this right: your answers are kept."
KEPT = "Your answers are kept."
ANSWERED = "Your answer is with the connector."


@never_cache
@require_GET
def my_listings(request: HttpRequest) -> HttpResponse:
    """Every listing that somebody keeps, and how each stands."""
    desks = [open_desk(request, asset.uuid) for asset in kept_by(request.user)]
    shown = {"heading": "My listings", "door": DOOR, "listings": [_stand(desk) for desk in desks]}
    return render(request, "cms/selfservice/listings.html", shown)


@never_cache
@require_GET
def my_listing(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What one listing says, each thing with a way to change it."""
    desk = open_desk(request, uuid)
    times = [(key, sentence(time)) for key, time in desk.after.items() if key != NEW]
    shown = {
        **_stand(desk),
        "times": times,
        "new": sentence(desk.after[NEW]) if NEW in desk.after else "",
        "room": ROOM.get(desk.planned.room, NOT_SAID),
        "phone": phone_of(desk.planned),
        "dates": desk.dates(2),
        "about": _about(desk),
        "changes": changes_of(desk.asset, desk.today),
        "asked": question_of(desk.asset),
        **parts_for(MY_LISTING, desk.asset, request),
    }
    return _page(request, "listing", desk, shown)


@never_cache
@require_GET
def one_time(request: HttpRequest, uuid: UUID, key: str) -> HttpResponse:
    """What one time says, each answer with a way to change it."""
    desk = open_desk(request, uuid)
    asked = _time(desk, key)
    rows = [(each, NAMES[each], fact(asked, each, desk.today)) for each in questions(asked)]
    return _page(
        request, "time", desk, {"heading": "What has changed?", "key": key, "rows": rows, "says": sentence(asked)}
    )


@never_cache
@require_http_methods(["GET", "POST"])
def time_question(request: HttpRequest, uuid: UUID, key: str, question: str) -> HttpResponse:
    """One question about one time, and on to the next one or to the check."""
    desk = open_desk(request, uuid)
    asked = desk.after.get(NEW, Time()) if key == NEW else _time(desk, key)
    form_class = time_form(question, asked)
    if form_class is None:
        raise Http404
    form = form_class(asked, desk.now, request.POST if request.method == "POST" else None, desk.terms(key))
    if not form.is_valid():
        return _page(request, "question", desk, {"heading": form.title, "form": form, "key": key})
    stopped = isinstance(form, RhythmForm) and form.stopped
    pending = answered(desk.pending, key, None if stopped else form.answers)
    keep(request, desk, pending)
    missing = None if stopped else next_question(Desk(desk.asset, pending, desk.now).after[key], desk.today)
    if missing:
        return redirect("my_time_question", uuid, key, missing)
    return redirect("my_listing_check", uuid)


@never_cache
@require_http_methods(["GET", "POST"])
def listing_question(request: HttpRequest, uuid: UUID, question: str) -> HttpResponse:
    """One question about the listing as a whole."""
    desk = open_desk(request, uuid)
    if question not in OF_LISTING:
        raise Http404
    known = _known(desk)
    form = OF_LISTING[question](request.POST if request.method == "POST" else None, initial=known)
    if not form.is_valid():
        return _page(request, "question", desk, {"heading": form.title, "form": form})
    given = form.answers
    if "said" in given:
        given["said"] = {**desk.pending.said, **given["said"]}
    keep(request, desk, replace(desk.pending, **given))
    return redirect("my_listing_check", uuid)


@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What was answered, read back as real dates, before it is sent."""
    desk = open_desk(request, uuid)
    if not desk.pending:
        return redirect("my_listing", uuid)
    if unfinished := desk.unfinished():
        return redirect("my_time_question", uuid, *unfinished)
    if request.method == "POST":
        try:
            sent = send(desk, by=who(request), seen=request.POST.get("version", ""), reached=reached_by(request))
        except ChangedMeanwhile:
            return _check_page(request, open_desk(request, uuid), status=409)
        except ValidationError as problem:
            return _check_page(request, desk, status=422, problems=[f"{words} {MENDED}" for words in problem.messages])
        except Locked as problem:
            return _check_page(request, desk, status=423, problems=[f"{problem} {KEPT}"])
        forget(request, desk)
        messages.success(request, say_sent(*_names(sent)))
        return redirect("my_listing", uuid)
    return _check_page(request, desk)


@require_POST
def forget_answers(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Everything stays as it is."""
    forget(request, open_desk(request, uuid))
    messages.info(request, "Nothing was sent. Everything stays as it is.")
    return redirect("my_listing", uuid)


@require_POST
def answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The answer to what a connector asked about a change."""
    desk = open_desk(request, uuid)
    try:
        answer_question(asset=desk.asset, by=who(request), words=request.POST.get("words", ""))
        messages.success(request, ANSWERED)
    except (NothingWaits, ValueError) as problem:
        messages.warning(request, str(problem))
    return redirect("my_listing", uuid)


def _known(desk: Desk) -> dict[str, Any]:
    """What the listing says with what was answered, by the names of the questions' fields."""
    planned, place = desk.planned, place_of(desk.planned)
    said = {name: getattr(planned, name) for name in SAID}
    where = {"place": place.name, "postcode": place.postcode} if place else {}
    return {"room": planned.room, "phone": phone_of(planned), "mine": desk.pending.mine, **said, **where}


def _about(desk: Desk) -> list[tuple[str, str, str]]:
    """Question, name, words: what is asked about a listing but its times, room and number."""
    known = _known(desk)
    asked = (("name", "name"), ("what", "summary"), ("who", "who_for"), ("place", "place"))
    names = {**SAID, "place": "Where"}
    return [(question, names[field], known.get(field) or NOT_SAID) for question, field in asked]


def _names(sent: Verdict) -> tuple[list[str], list[str]]:
    """What goes live at once and what waits, as people call it."""
    return [RULES[fact].name for fact in sent.at_once], [RULES[fact].name for fact, _why in sent.waits]


def _time(desk: Desk, key: str) -> Time:
    if key not in desk.after:
        raise Http404
    return desk.after[key]


def _stand(desk: Desk) -> dict[str, Any]:
    """How a listing stands, in words, and the look of the notice that says it."""
    state = state_of(desk.asset)
    looks = {"returned": "care", "hidden": "care", "locked": "care"}
    return {
        "name": desk.asset.name,
        "uuid": desk.asset.uuid,
        "url": desk.asset.get_absolute_url() if desk.asset.live else "",
        "state": say_state(state, desk.today),
        "look": looks.get(state.kind, ""),
        "unsent": bool(desk.pending),
    }


def _check_page(request: HttpRequest, desk: Desk, status: int = 200, problems: Sequence[str] = ()) -> HttpResponse:
    outlook = desk.outlook(who(request))
    shown = {
        "heading": "Is this right?",
        "problems": [(words, "") for words in problems],
        "rows": desk.changes(),
        "dates": desk.dates(),
        "paused": desk.planned.room == desk.planned.Room.PAUSED,
        "version": desk.version,
        "meanwhile": desk.pending.base != desk.version,
        "outlook": say_outlook(*_names(outlook)),
        "why": list(dict.fromkeys(why for _fact, why in outlook.waits)),
    }
    return _page(request, "check", desk, shown, status)


def _page(request: HttpRequest, name: str, desk: Desk, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {"door": DOOR, "name": desk.asset.name, "uuid": desk.asset.uuid, "heading": desk.asset.name, **shown}
    return render(request, f"cms/selfservice/{name}.html", context, status=status)
