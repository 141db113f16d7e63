"""Pages of the admin on which staff see what we send as it looks, and try again what failed.

Invariant: a preview shows example data and sends nothing; trying again is a POST.
"""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from cms.viewsets.framed import Back, framed
from connector.notifications.actions.try_again import AGAIN, try_again
from connector.notifications.kinds import kind_named, kinds
from connector.notifications.models import Message
from connector.notifications.rendering import compose, example

NEEDED = "cms.change_asset"
TITLE = "What we send"
NO_STOP = "#"
for_curators = permission_required(NEEDED, raise_exception=True)


@require_GET
@for_curators
def previewed(request: HttpRequest) -> HttpResponse:
    """Every kind of message, and those that failed."""
    failed = Message.objects.filter(state__in=AGAIN)[:50]
    return _page(request, "kinds", TITLE, {"kinds": kinds(), "failed": failed})


@require_GET
@for_curators
def preview(request: HttpRequest, name: str) -> HttpResponse:
    """One kind, with its example."""
    kind = kind_named(name)
    if kind is None:
        raise Http404
    words = compose(kind, example(kind), NO_STOP)
    return _page(request, "preview", f"About {kind.title}", {"words": words})


@require_POST
@for_curators
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send once more what failed."""
    if try_again(message=get_object_or_404(Message, pk=pk)):
        messages.success(request, "It waits to be sent once more.")
    else:
        messages.info(request, "It is not one that failed any more.")
    return redirect("messages_previewed")


def _page(request: HttpRequest, name: str, title: str, shown: dict[str, object]) -> HttpResponse:
    back = Back(reverse("messages_previewed"), TITLE) if title != TITLE else None
    return framed(request, f"wagtailadmin/messages/{name}.html", shown, title=title, icon="mail", back=back)
