"""The admin's page on which a connector writes down what a group said of introductions. Looking changes nothing."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cms.models import Introductions
from cms.viewsets.framed import Back, edit_url, framed
from connector.reach.actions.say_hello import said_hello
from connector.reach.models import SayHello

NEEDED = "cms.change_asset"
LIST = "wagtailsnippets_reach_sayhello:list"
NO_NAME = "Write who said so: a first name, or the part they play."


@require_http_methods(["GET", "POST"])
@permission_required(NEEDED, raise_exception=True)
def hello(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `state`: what they said (`Introductions.State`; *not asked* where nobody was there); `who`: who said so."""
    task = get_object_or_404(SayHello.objects.select_related("asset"), pk=pk)
    if request.method == "POST" and (state := request.POST.get("state", "")) in Introductions.State.values:
        try:
            open_yet = said_hello(task=task, state=state, who=request.POST.get("who", ""), by=request.user)  # type: ignore[arg-type]  # nobody else has the permission
        except ValueError:
            messages.error(request, NO_NAME)
            return redirect("said_hello", pk)
        messages.success(request, "Written down." if open_yet else "Somebody has written it down already.")
        return redirect(LIST)
    shown = {"task": task, "url": edit_url(task.asset_id)}
    back = Back(reverse(LIST), "Go and say hello")
    return framed(request, "wagtailadmin/reach/said_hello.html", shown, title=task.asset.name, icon="group", back=back)
