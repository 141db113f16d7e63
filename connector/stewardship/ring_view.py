"""The ring-round sheet in the admin, on paper, and its buttons.

Invariant: for connectors alone; looking changes nothing; no address holds a name or a number; no cache keeps a page.
"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from cms.actions import Locked
from cms.models import Asset
from cms.schedule.names import full_date
from cms.viewsets.changes import refusal
from cms.viewsets.framed import edit_url, framed
from connector.asking.subjects import is_answer
from connector.council.current import council
from connector.stewardship.actions.ring import Told, nobody_answered, told, told_what_was_unknown
from connector.stewardship.models import Asked, Asking, Enquiry
from connector.stewardship.more import take_up
from connector.stewardship.people import keeps
from connector.stewardship.sheet import ALL, Line, everybody, patches_of, with_facts

NEEDED: Final = "cms.change_asset"
MOST: Final = 60
"""Lines on one page: as many as a connector rings in a fortnight."""
TITLE: Final = "Ring-round"
THANKS: Final = {
    "right": "Written down: it is still right.",
    "change": "Written down. Change it here; the listing says the old until you publish.",
    "stopped": "Written down: they have stopped. It stands under “Listings to see to”.",
}
ANSWERED: Final = "That is answered already. Nothing was changed."
SAID: Final = {
    Told.WRITTEN: "Written down. People see it now.",
    Told.UNSURE: "Written down: they don’t know. Nobody asks them that again for a while.",
    Told.ANSWERED: ANSWERED,
    Told.NOT_KEPT: "They do not keep this listing any more. Nothing was changed.",
    Told.NOT_LIVE: "This listing is not out any more. Nothing was changed.",
}
PUT_RIGHT: Final = (
    "Nothing was written down: something else on “{name}” is not right. {why} Open the listing, put that right and "
    "publish it, then press here again."
)
View = Callable[..., HttpResponse]


def for_connectors(view: View) -> View:
    """Whoever looks after listings and may read every contact; nobody else."""

    @permission_required(NEEDED, raise_exception=True)
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.viewer.curates:  # type: ignore[attr-defined]  # our middleware puts it there
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return inner


@never_cache
@require_GET
@for_connectors
def ring_round(request: HttpRequest) -> HttpResponse:
    """`patch`: the code of an area, "none", or nothing for all."""
    page = "wagtailadmin/stewardship/ring_round.html"
    return framed(request, page, _shown(request), title=TITLE, icon="mobile-alt")


@never_cache
@require_GET
@for_connectors
def paper(request: HttpRequest) -> HttpResponse:
    """The same to print: boxes to tick in place of buttons."""
    shown = _shown(request) | {"council": council(request), "printed": full_date(timezone.localdate())}
    return TemplateResponse(request, "wagtailadmin/stewardship/paper.html", shown)


@never_cache
@require_POST
@for_connectors
def press(request: HttpRequest) -> HttpResponse:
    """`asked` with `answer` (right, change, stopped), or `more`, which is offered beside; `asking` or `enquiry`, or
    both, for which nobody answered; `enquiry` with `listing` and `known` (a subject and yes, no, partly or unsure, a
    colon between); `patch` to go back to."""
    patch = request.POST.get("patch", ALL)[:40]
    back = redirect(f"{reverse('ring_round')}?{urlencode({'patch': patch})}" if patch else reverse("ring_round"))
    if "known" in request.POST:
        _known(request)
        return back
    if rung := _rung(request):
        nobody_answered(rung=rung, by=request.user, today=timezone.localdate())  # type: ignore[arg-type]
        messages.info(request, "Nobody answered. The line comes back in two days.")
        return back
    asked = get_object_or_404(Asked.objects.select_related("asset"), pk=_number(request.POST.get("asked", "")))
    answer = request.POST.get("answer", "")
    if more := request.POST.get("more"):
        _more(request, asked, more)
        return back
    if answer not in Asked.Answer.values:
        raise Http404
    if not told(asked=asked, answer=answer, by=request.user):  # type: ignore[arg-type]  # a user has the permission
        messages.info(request, ANSWERED)
        return back
    messages.success(request, THANKS[answer])
    if answer == Asked.Answer.CHANGE:
        return redirect(edit_url(asked.asset_id))
    return back


def _rung(request: HttpRequest) -> list[Asking | Enquiry]:
    """What stands on a line that nobody answered."""
    found: list[Asking | Enquiry] = []
    if asking := request.POST.get("asking"):
        found.append(get_object_or_404(Asking, pk=_number(asking)))
    if enquiry := request.POST.get("enquiry"):
        found.append(get_object_or_404(Enquiry, pk=_number(enquiry)))
    return found


def _more(request: HttpRequest, asked: Asked, name: str) -> None:
    """What else they would like, for a listing that they still keep."""
    recipient, asset = asked.asking.recipient, asked.asset
    if not (asset.live and keeps(recipient, asset) and take_up(name, recipient, asset)):
        raise Http404
    messages.success(request, "Written down.")


def _known(request: HttpRequest) -> None:
    enquiry = get_object_or_404(Enquiry, pk=_number(request.POST.get("enquiry", "")))
    asset = get_object_or_404(Asset, pk=_number(request.POST.get("listing", "")))
    subject, _, state = request.POST["known"].partition(":")
    words = request.POST.get("words", "")
    if not is_answer(subject, state, words):
        raise Http404
    by, today = request.user, timezone.localdate()
    try:
        done = told_what_was_unknown(
            enquiry=enquiry,
            asset=asset,
            subject=subject,
            state=state,
            by=by,  # type: ignore[arg-type]  # a user has the permission
            today=today,
            words=words,
        )
    except Locked as problem:
        messages.warning(request, str(problem))
    except ValidationError as problem:
        messages.error(request, PUT_RIGHT.format(name=asset.name, why=refusal(problem)))
    else:
        tell = messages.success if done in (Told.WRITTEN, Told.UNSURE) else messages.info
        tell(request, SAID[done])


def _shown(request: HttpRequest) -> dict[str, Any]:
    """What both pages show. The queries do not grow with the lines."""
    today, patch = timezone.localdate(), request.GET.get("patch", ALL)[:40]
    lines = everybody()
    here = [line for line in lines if patch in (ALL, line.patch[0])]
    due, later = _parted(here, today)
    shown = with_facts(due[:MOST], timezone.now())
    return {
        "patches": patches_of(lines),
        "patch": patch,
        "patch_name": next((line.patch[1] for line in here), "") if patch else "Everywhere",
        "lines": shown,
        "more": max(0, len(due) - MOST),
        "later": [(line, line.first.try_from) for line in later],
        "everything": len(lines),
    }


def _parted(lines: list[Line], today: date) -> tuple[list[Line], list[Line]]:
    return [line for line in lines if not line.waits(today)], [line for line in lines if line.waits(today)]


def _number(text: str) -> int:
    if not text.isdecimal():
        raise Http404
    return int(text)
