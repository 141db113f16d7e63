"""The admin's page on which a connector writes down what a group said of introductions. Looking changes nothing."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cms.models import Introductions
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
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": "Home"},
        {"url": reverse(LIST), "label": "Go and say hello"},
        {"url": "", "label": task.asset.name},
    ]
    shown = {"task": task, "page_title": task.asset.name, "header_title": task.asset.name, "url": _edit(task)}
    frame = {"header_icon": "group", "breadcrumbs_items": crumbs}
    return TemplateResponse(request, "wagtailadmin/reach/said_hello.html", frame | shown)


def _edit(task: SayHello) -> str:
    name = type(task.asset).snippet_viewset.get_url_name("edit")  # type: ignore[attr-defined]
    return reverse(name, args=[task.asset_id])
