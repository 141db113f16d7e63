"""A group says on its own page that it has stopped: asked once, then it is down, or a connector looks first.

Invariant: only who keeps the listing at that moment, or whom a link opened it for; looking changes nothing.
"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.selfservice.by_link import who
from cms.selfservice.desk import reached_by
from connector.stewardship.actions.answer import Answering, stop_listing

DOWN = "People no longer see it. Thank you for telling us, and for all you did."
LOOKS = "Thank you. A connector looks at it first, since others look after it too or somebody is working on it."


@never_cache
@require_http_methods(["GET", "POST"])
def stopped(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The question; POST, with `words` for a connector, is yes. Not found once people do not see it any more."""
    asset = get_object_or_404(reached_by(request), uuid=uuid, live=True)
    home = reverse("my_listing", args=[uuid])
    if request.method == "POST":
        down = stop_listing(asset=asset, by=Answering(user=who(request)), words=request.POST.get("words", ""))
        messages.success(request, DOWN if down else LOOKS)
        return redirect(home)
    shown = {"heading": "Have you stopped?", "asset": asset, "back": home}
    return render(request, "connector/stewardship/stopped.html", shown)
