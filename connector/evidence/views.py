"""The two presses that need no link: "I was there" of a worker, and a group's own switch.

Invariant: whoever presses is asked again at this moment whether they may; a day that is not the listing's own is none.
"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from cms.models import Asset
from cms.selfservice.desk import reached_by
from connector.accounts.guards import needs
from connector.core.permissions import Permission
from connector.evidence.actions.ask_after import switch_off, switch_on
from connector.evidence.actions.say import Speaker, say_ran, take_back
from connector.evidence.models import Evidence
from connector.evidence.people import asks_for
from connector.evidence.was_there import day_to_say
from connector.notifications.recipients import person_key

THANKS = "Thank you. People see that it ran."
UNDONE = "It is taken back."
OVER = "That day is over. Press again for the last one."
SWITCHED = {
    "email": "We ask you by e-mail after sessions, once a week at most.",
    "text": "We ask you by text after sessions, once a week at most.",
    "each": "We ask you after each session.",
    "off": "We don’t ask you after sessions.",
}
NOT_REACHED = "We can’t reach you that way. Nothing has changed."


@needs(Permission.MATCH)
@require_POST
def was_there(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """`day`: as the page said it; `press`: there, or undo."""
    asset = get_object_or_404(Asset.objects.visible_to(request.viewer), uuid=uuid)  # type: ignore[attr-defined]
    day = day_to_say(asset, timezone.now())
    if day is None or request.POST.get("day") != day.isoformat():
        messages.warning(request, OVER)
    else:
        by = Speaker(person_key(request.user.email), Evidence.Who.WORKER, Evidence.How.PAGE)  # type: ignore[union-attr]
        if request.POST.get("press") == "undo":
            take_back(asset=asset, on=day, by=by)
            messages.info(request, UNDONE)
        else:
            say_ran(asset=asset, on=day, ran=True, by=by)
            messages.success(request, THANKS)
    return redirect(asset.get_absolute_url())


@require_POST
def after_sessions(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """`ask`: email, text, each (after each session, the way it is) or off. For who keeps it, by account or link."""
    asset = get_object_or_404(reached_by(request), uuid=uuid)
    recipient, ask = asks_for(request, asset), request.POST.get("ask", "")
    if not recipient or ask not in SWITCHED:
        raise Http404
    if ask == "off":
        switch_off(recipient=recipient, asset=asset)
        done = True
    else:
        done = switch_on(
            recipient=recipient, asset=asset, channel="" if ask == "each" else ask, each_time=ask == "each"
        )
    messages.add_message(
        request, messages.SUCCESS if done else messages.WARNING, SWITCHED[ask] if done else NOT_REACHED
    )
    return redirect("my_listing", uuid)
