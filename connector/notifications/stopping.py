"""The page on which somebody stops messages, from the link that stands in each.

Invariant: about whoever the message went to, by their address, and nobody else; may be taken back on the same page.
"""

from datetime import timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from connector.links.models import Link
from connector.links.purposes import Purpose, register
from connector.notifications.actions.not_wanted import not_wanted, send_again, stop_messages
from connector.notifications.kinds import kind_named
from connector.notifications.models import NotWanted
from connector.notifications.recipients import addressee
from connector.notifications.sending import STOP

LASTS: Final = timedelta(days=400)
"""A stop must work for as long as somebody may still find the message."""
ALL: Final = "all"


def show(request: HttpRequest, link: Link) -> HttpResponse:
    return _page(request, link, "")


def press(request: HttpRequest, link: Link) -> HttpResponse:
    """`stop`: "kind" (what a mail program means too) or "all"; `again`: the same. No other press does anything."""
    to, now = addressee(link.recipient), timezone.now()
    if to is None:
        return _page(request, link, "We write to that address no longer.")
    if again := request.POST.get("again"):
        send_again(person=to.person, kind="" if again == ALL else link.object_id)
        return _page(request, link, "You will get them again.")
    everything = request.POST.get("stop") == ALL
    stop_messages(person=to.person, kind="" if everything else link.object_id, now=now)
    return _page(request, link, "All of our messages have stopped." if everything else "These messages have stopped.")


def _page(request: HttpRequest, link: Link, done: str) -> HttpResponse:
    to, kind = addressee(link.recipient), kind_named(link.object_id)
    asked = NotWanted.objects.filter(person=to.person, why=NotWanted.Why.ASKED) if to else NotWanted.objects.none()
    stopped = set(asked.values_list("kind", flat=True))
    shown = {
        "heading": "Messages from us",
        "done": done,
        "title": kind.title if kind else "your listing",
        "kind_stopped": link.object_id in stopped,
        "all_stopped": "" in stopped,
        "comes_back": bool(to and not_wanted(to.person, link.object_id) == NotWanted.Why.BOUNCED),
    }
    return render(request, "connector/notifications/stop.html", shown)


def connect() -> None:
    """Let such links be made, once a process."""
    register(Purpose(STOP, LASTS, show, press, one_click=True))
