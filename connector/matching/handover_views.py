"""Hand it over: the phone goes across the table, with what was kept on it and nothing else.

Invariant: the pages of a phone that was handed over show what the take-home shows and lead nowhere else; `lock`
refuses the rest. Nothing that a worker typed is kept anywhere, so nothing of it can be found.
"""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cms.schedule.say import say_span
from cms.visibility import PUBLIC
from connector.accounts.guards import needs
from connector.accounts.models import User
from connector.core.permissions import Permission
from connector.matching.handing import hand_over as hand
from connector.matching.handing import is_handed_over, take_back, way_back
from connector.matching.handover_forms import HandOverForm, TakeBackForm
from connector.matching.shortlist import kept
from connector.matching.takehome import kept_assets, takehome_items

# Where a worker may come back to, by the names of routes.
BACK = ("shortlist", "takehome", "compare", "match")


@needs(Permission.MATCH)
@never_cache
@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest) -> HttpResponse:
    """What happens, and how it is opened again; then the phone is handed over."""
    user, now = cast(User, request.user), timezone.localtime()
    asked = request.POST if request.method == "POST" else None
    form = HandOverForm(asked, has_password=user.has_usable_password())
    count = len(kept_assets(kept(request.session), PUBLIC))
    if asked is not None and count and form.is_valid():
        back = asked.get("back", "")
        hand(request.session, pin=form.cleaned_data["pin"], back=back if back in BACK else BACK[0], now=now)
        return redirect("handed_over")
    came = (asked or request.GET).get("back", "")
    context = {"heading": "Hand it over", "form": form, "count": count, "back": came if came in BACK else BACK[0]}
    return render(request, "connector/matching/hand_over.html", context)


@needs(Permission.MATCH)
@never_cache
@require_safe
def handed_over(request: HttpRequest) -> HttpResponse:
    """What was kept, in large type, for whoever holds the phone."""
    if not is_handed_over(request.session):
        return redirect("hand_over")
    items = takehome_items(request.session, timezone.localtime())
    return render(request, "connector/matching/handed_over.html", {"items": items})


@needs(Permission.MATCH)
@never_cache
@require_http_methods(["GET", "POST"])
def give_back(request: HttpRequest) -> HttpResponse:
    """The digits or the password, and the phone is the worker's again, on the page where they were."""
    if not is_handed_over(request.session):
        return redirect("hand_over")
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"heading": "Give it back", "form": form, "closed": ""}
    if not (form.is_bound and form.is_valid()):
        return render(request, "connector/matching/take_back.html", context)
    back, user = way_back(request.session), cast(User, request.user)
    outcome = take_back(
        request.session, typed=form.cleaned_data["typed"], is_password=user.check_password, now=timezone.now()
    )
    if outcome.gone:
        request.session.flush()
    if outcome.opened or outcome.gone:
        return redirect(back)
    if outcome.closed_until:
        context["closed"] = say_span(timezone.localtime(outcome.closed_until).time())
    else:
        form.add_error("typed", f"That is not it. {_left(outcome.left)}")
    return render(request, "connector/matching/take_back.html", context, status=429 if context["closed"] else 200)


def _left(tries: int) -> str:
    return "One more try, then it stays shut for a while." if tries == 1 else f"{tries} more tries."
