"""The page that the link in a message opens: five facts of each listing, and three answers.

Invariant: what was asked about, as long as whoever the link went to still keeps it; the link opens no other listing,
and looking at it changes nothing.
"""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cms.schedule.names import MONTH_NAMES, full_date
from connector.links.models import Link
from connector.links.purposes import Purpose, register
from connector.notifications.recipients import Addressee, addressee, user_of
from connector.stewardship.actions.answer import Answering, have_stopped, something_changed, still_right
from connector.stewardship.by_link import open_for
from connector.stewardship.deciding import HALF_A_YEAR, month_of
from connector.stewardship.facts import facts_of
from connector.stewardship.message import LASTS, PURPOSE
from connector.stewardship.models import Asked, Asking, TimeOfYear
from connector.stewardship.more import offers_for, take_up
from connector.stewardship.people import keeps, public_name

Answer = Asked.Answer


def show(request: HttpRequest, link: Link) -> HttpResponse:
    return _page(request, link)


def press(request: HttpRequest, link: Link) -> HttpResponse:
    """`listing`: a uuid; `answer`: right, change, stopped (asks once), surely (with `words`). Or `month`: 1 to 12;
    or `more` with a `listing`: what else the page offers for it."""
    if request.POST.get("month"):
        return _choose_month(request, link)
    asked, to = _asked(link, request.POST.get("listing", "")), addressee(link.recipient)
    if asked is None or to is None:
        return _page(request, link, status=409)
    if (more := request.POST.get("more")) and asked.asset.live:
        take_up(more, link.recipient, asked.asset)
        return redirect(request.path)
    answer, by = request.POST.get("answer"), Answering(public_name(link.recipient), user_of(link.recipient))
    if answer == Answer.STOPPED and asked.answer != Answer.STOPPED:
        shown = {"heading": "Have you stopped?", "asset": asked.asset, "back": request.path}
        return render(request, "connector/stewardship/stopped.html", shown)
    if answer == Answer.CHANGE and asked.asset.live:
        something_changed(asked=asked, by=by)
        open_for(request, link, asked.asset)
        return redirect("my_listing", asked.asset.uuid)
    if answer == Answer.RIGHT and asked.asset.live:
        still_right(asked=asked, by=by)
    elif answer == "surely":
        have_stopped(asked=asked, by=by, words=request.POST.get("words", ""))
    return redirect(request.path)


def _page(request: HttpRequest, link: Link, status: int = 200) -> HttpResponse:
    to, today = addressee(link.recipient), timezone.localdate()
    rows = _rows(link) if to else []
    facts = facts_of([row.asset_id for row in rows], timezone.now())
    shown = [
        (row, facts[row.asset_id], _said(row, today), offers_for(link.recipient, row.asset))
        for row in rows
        if row.asset_id in facts
    ]
    month = month_of(to.person, _chosen(to)) if to else 1
    context: dict[str, Any] = {
        "heading": "Is this still right?" if len(shown) == 1 else "Are these still right?",
        "hello": to.first_name if to else "",
        "listings": shown,
        "months": [(number, name) for number, name in enumerate(MONTH_NAMES, 1)],
        "month": month,
        "next_months": [MONTH_NAMES[month - 1], MONTH_NAMES[(month - 1 + HALF_A_YEAR) % 12]],
    }
    return render(request, "connector/stewardship/still_right.html", context, status=status)


def _rows(link: Link) -> list[Asked]:
    rows = Asked.objects.filter(asking=_asking(link)).select_related("asset").order_by("asset__name", "pk")
    return [row for row in rows if keeps(link.recipient, row.asset)]


def _asked(link: Link, uuid: str) -> Asked | None:
    return next((row for row in _rows(link) if str(row.asset.uuid) == uuid), None)


def _asking(link: Link) -> Asking | None:
    return Asking.objects.filter(pk=int(link.object_id)).first()


def _said(row: Asked, today: date) -> str:
    """What they answered already, in a sentence."""
    if row.answered_at is None:
        return ""
    on = full_date(timezone.localdate(row.answered_at))
    if row.told_to_id is not None and row.answer == Answer.CHANGE:
        return f"We wrote down what has changed when we talked, on {on}."
    told = {
        Answer.RIGHT: f"You said that this is right, on {on}. Thank you.",
        Answer.CHANGE: f"You began to change this on {on}.",
        Answer.STOPPED: f"You told us on {on} that you have stopped."
        + ("" if row.asset.live else " People no longer see it."),
    }
    return told[Answer(row.answer)]


def _chosen(to: Addressee) -> int | None:
    return TimeOfYear.objects.filter(person=to.person).values_list("month", flat=True).first()


def _choose_month(request: HttpRequest, link: Link) -> HttpResponse:
    to, said = addressee(link.recipient), request.POST.get("month", "")
    if to is not None and said.isdecimal() and 1 <= int(said) <= 12:
        TimeOfYear.objects.update_or_create(person=to.person, defaults={"month": int(said)})
    return redirect(request.path)


def connect() -> None:
    """Let such links be made, once a process."""
    register(Purpose(PURPOSE, LASTS, show, press))
