"""The page that the link in a message opens: each session with four big buttons.

Invariant: what was asked about, as long as whoever the link went to still looks after it; the link opens no other
listing and no other day, and looking at it changes nothing.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cms.schedule.names import DAY_NAMES
from connector.evidence.actions.ask_after import switch_off
from connector.evidence.actions.say import Speaker, say_ran, say_room
from connector.evidence.deciding import say_when
from connector.evidence.message import LASTS, PURPOSE, asked_in
from connector.evidence.models import AskAfter, AskedAbout, Evidence, Question
from connector.links.models import Link
from connector.links.purposes import Purpose, register
from connector.notifications.recipients import addressee, user_of

RAN = {"ran": True, "not": False}
ROOM = {"full": Evidence.Room.FULL, "room": Evidence.Room.ROOM}


def show(request: HttpRequest, link: Link) -> HttpResponse:
    return _page(request, link)


def press(request: HttpRequest, link: Link) -> HttpResponse:
    """`listing`: a uuid; `answer`: ran, not, full, room; or stop, to be asked no more after its sessions, or `each`: on
    or off, to be asked after each of them."""
    to, row = addressee(link.recipient), _row(link, request.POST.get("listing", ""))
    if to is None or row is None:
        return _page(request, link, status=409)
    answer = request.POST.get("answer", "")
    by = Speaker(to.person, Evidence.Who.LEADER, row.question.channel, user_of(link.recipient))
    if answer in RAN:
        say_ran(asset=row.asset, on=row.on, ran=RAN[answer], by=by)
    elif answer in ROOM and not say_room(asset=row.asset, on=row.on, room=ROOM[answer], by=by):
        return _page(request, link, status=423)
    elif answer == "stop":
        switch_off(recipient=link.recipient, asset=row.asset)
    elif answer in ("each", "weekly"):
        AskAfter.objects.filter(asset=row.asset, person=to.person).update(each_time=answer == "each")
    return redirect(request.path)


def _page(request: HttpRequest, link: Link, status: int = 200) -> HttpResponse:
    to, today = addressee(link.recipient), timezone.localdate()
    rows = _rows(link) if to else []
    person = to.person if to else ""
    said = {(each.asset_id, each.on): each for each in Evidence.objects.filter(person=person)} if rows else {}
    asks = {each.asset_id: each for each in AskAfter.objects.filter(person=person)} if rows else {}
    shown = [
        {
            "row": row,
            "when": say_when(row.on, today, DAY_NAMES),
            "said": said.get((row.asset_id, row.on)),
            "room": row.asset.room,
            "asks": asks.get(row.asset_id),
        }
        for row in rows
    ]
    context: dict[str, Any] = {
        "heading": "Did it run?" if len(shown) <= 1 else "Did they run?",
        "hello": to.first_name if to else "",
        "sessions": shown,
        "locked": status == 423,
    }
    return render(request, "connector/evidence/did_it_run.html", context, status=status)


def _rows(link: Link) -> list[AskedAbout]:
    question = Question.objects.filter(pk=int(link.object_id)).first()
    return asked_in(question, link.recipient) if question else []


def _row(link: Link, uuid: str) -> AskedAbout | None:
    return next((row for row in _rows(link) if str(row.asset.uuid) == uuid), None)


def connect() -> None:
    """Let such links be made, once a process."""
    register(Purpose(PURPOSE, LASTS, show, press))
