"""The page behind the link in each message: what is followed, and one press to have it or to stop it.

Invariant: looking changes nothing; a link is for one search of one person.
"""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from connector.following.actions.follow import prove, stop
from connector.following.followed import in_words
from connector.following.letters import LASTS, PURPOSE
from connector.following.models import Follower
from connector.links.models import Link
from connector.links.purposes import Purpose, register


def show(request: HttpRequest, link: Link) -> HttpResponse:
    row = _row(link)
    shown: dict[str, Any] = {"heading": "It has stopped" if row is None else "What is on, each week"}
    if row is not None:
        shown |= {
            "followed": in_words(row.search),
            "proven": row.state == Follower.State.ON,
            "everything": f"{reverse('search')}?{row.search}",
        }
    return render(request, "connector/following/own.html", shown)


def press(request: HttpRequest, link: Link) -> HttpResponse:
    """`do`: mine or stop. Anything else does nothing."""
    row, do = _row(link), request.POST.get("do", "")
    if row is not None and do == "mine":
        prove(row=row, now=timezone.now())
    elif row is not None and do == "stop":
        stop(row=row)
    return redirect(request.path)


def _row(link: Link) -> Follower | None:
    return Follower.objects.filter(pk=link.object_id).first()


_PURPOSE: Final = Purpose(PURPOSE, LASTS, show, press)


def connect() -> None:
    """Let such links be made, once a process."""
    register(_PURPOSE)
