"""The page that the link in a message opens: what is not known of each listing, and four buttons for each.

Invariant: of listings that whoever the link went to still keeps, and nothing that nobody needed to know; looking at it
changes nothing. An answer is a change of theirs like any other, and people see it when the rules say so.
"""

from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cms.actions import Locked
from cms.models import Asset
from connector.asking.actions.answer_question import answer_question
from connector.asking.actions.dont_know import dont_know
from connector.asking.subjects import TOLD, is_answer
from connector.asking.waiting import Waiting, waiting_of
from connector.links.models import Link
from connector.links.purposes import Purpose, register
from connector.notifications.recipients import addressee, user_of
from connector.stewardship.enquiring.message import LASTS, PURPOSE
from connector.stewardship.people import keeps, kept_of

SAID: Final = {"yes": "yes", "no": "no", "partly": "in part", TOLD: "it in your own words"}


def show(request: HttpRequest, link: Link) -> HttpResponse:
    return _page(request, link)


def press(request: HttpRequest, link: Link) -> HttpResponse:
    """`listing`: a uuid; `answer`: a subject and yes, no, partly, told or unsure, a colon between; `note`: what of it,
    where it is so in part, or the answer in words."""
    subject, _, state = request.POST.get("answer", "").partition(":")
    asset = _asked(link, request.POST.get("listing", ""), subject)
    words = request.POST.get("note", "")
    if asset is not None and state == TOLD and not words.strip():
        return redirect(request.path)
    if asset is None or not is_answer(subject, state, words):
        return _page(request, link, status=409)
    if state == "unsure":
        dont_know(asset=asset, subject=subject, on=timezone.localdate())
        return redirect(request.path)
    note = words if state in ("partly", TOLD) else ""
    mine = Asset.objects.filter(pk=asset.pk) if keeps(link.recipient, asset) else Asset.objects.none()
    try:
        answer_question(asset=asset, subject=subject, state=state, by=user_of(link.recipient), reached=mine, note=note)
    except PermissionDenied:
        return _page(request, link, status=409)
    except Locked:
        return _page(request, link, status=423)
    return redirect(request.path)


def _page(request: HttpRequest, link: Link, status: int = 200) -> HttpResponse:
    to = addressee(link.recipient)
    told = _told(link) if to else []
    context: dict[str, Any] = {
        "heading": "People need to know",
        "hello": to.first_name if to else "",
        "listings": [(asset, [(each, SAID.get(each.said, "")) for each in rows]) for asset, rows in told],
        "left": any(not each.said for _, rows in told for each in rows),
        "locked": status == 423,
    }
    return render(request, "connector/stewardship/people_need_to_know.html", context, status=status)


def _told(link: Link) -> list[tuple[Asset, list[Waiting]]]:
    waiting = waiting_of()
    assets = Asset.objects.filter(pk__in=kept_of(link.recipient, list(waiting))).order_by("name", "pk")
    return [(asset, waiting[asset.pk]) for asset in assets]


def _asked(link: Link, uuid: str, subject: str) -> Asset | None:
    """The listing, if this may be said of it here."""
    for asset, rows in _told(link):
        if str(asset.uuid) == uuid and any(each.subject == subject for each in rows):
            return asset
    return None


def connect() -> None:
    """Let such links be made, once a process."""
    register(Purpose(PURPOSE, LASTS, show, press))
