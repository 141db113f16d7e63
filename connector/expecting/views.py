"""The page on which somebody lets a group know that they are coming: what to say, what the group would read, sent.

Invariant: nothing is kept before *Send it* is pressed on the page that shows every word of it; no account, and no
cookie but the form's own.
"""

from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.coming import coming_dates
from cms.models import Asset
from cms.visibility import PUBLIC
from connector.core.open_forms import too_often
from connector.expecting.actions.say_coming import say_coming
from connector.expecting.forms import ComingForm
from connector.expecting.open_to import can_be_told, public_contacts
from connector.expecting.said import as_read, as_spoken
from connector.expecting.telling import whom

WAIT: Final = "That was often. Everything is still here: send it in an hour, or ring them."
DATES: Final = 4
HEADINGS: Final = {
    "connector/expecting/ask.html": "Let them know you are coming",
    "connector/expecting/read.html": "Read it first",
    "connector/expecting/sent.html": "They know you are coming",
}
ASK, READ, SENT = HEADINGS


@never_cache
@require_http_methods(["GET", "POST"])
def coming(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The questions; POST `do`: read (what they would read), change (the questions again), send."""
    asset = get_object_or_404(Asset.objects.visible_to(PUBLIC), uuid=uuid)
    if not can_be_told(asset):
        raise Http404
    dates = coming_dates(asset, timezone.now(), DATES)
    form = ComingForm(request.POST if request.method == "POST" else None, dates=dates)
    do = request.POST.get("do", "read")
    if not form.is_bound or not form.is_valid() or do == "change":
        return _show(request, asset, ASK, form=form)
    written_to = bool(whom(asset))
    if do != "send" or not written_to:
        return _read(request, asset, form, written_to=written_to)
    if too_often(request, "coming", listing=str(uuid), from_one_place=5, for_one_listing=20):
        form.add_error(None, WAIT)
        return _show(request, asset, ASK, status=429, form=form)
    said = form.said()
    say_coming(asset=asset, **said)
    return _show(request, asset, SENT, day=_day(form), answered=bool(said["answer_to"]))


def _read(request: HttpRequest, asset: Asset, form: ComingForm, *, written_to: bool) -> HttpResponse:
    """Every word that they would read; where nobody can be written to, what to say on the telephone."""
    said = form.said()
    given = [(name, value) for name in form.fields for value in request.POST.getlist(name)]
    if written_to:
        return _show(request, asset, READ, given=given, said=as_read(**said), ring=None)
    spoken = as_spoken(**{name: said[name] for name in ("called", "starts", "wants", "words")})
    ring = next((each for each in public_contacts(asset) if each.phone), None)
    return _show(request, asset, READ, given=given, said=spoken, ring=ring)


def _day(form: ComingForm) -> str:
    """The day that was chosen, as it stood beside its button."""
    choices: dict[str, str] = dict(form.fields["day"].choices)  # type: ignore[attr-defined]
    chosen = form.cleaned_data["day"]
    return choices[chosen] if form.said()["starts"] else ""


def _show(request: HttpRequest, asset: Asset, page: str, *, status: int = 200, **more: Any) -> HttpResponse:
    shown = {"heading": HEADINGS[page], "name": asset.name, "url": asset.get_absolute_url(), **more}
    return render(request, page, shown, status=status)
