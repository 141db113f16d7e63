"""The page of the admin on which a connector sees to a listing. Looking changes nothing."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cms.viewsets.framed import Back, edit_url, framed
from connector.stewardship.actions.see_to import done, take_back
from connector.stewardship.models import Task

NEEDED = "cms.change_asset"
LIST = "wagtailsnippets_stewardship_task:list"


@require_http_methods(["GET", "POST"])
@permission_required(NEEDED, raise_exception=True)
def see_to(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `press`: "back" (put it live again) or "done"."""
    task = get_object_or_404(Task.objects.select_related("asset"), pk=pk)
    if request.method == "POST":
        act = take_back if request.POST.get("press") == "back" else done
        if act(task=task, by=request.user):  # type: ignore[arg-type]  # nobody else has the permission
            messages.success(request, "It is live again." if act is take_back else "Done.")
        else:
            messages.info(request, "Somebody has seen to it already.")
        return redirect(LIST)
    shown = {"task": task, "edit": edit_url(task.asset_id)}
    back = Back(reverse(LIST), "Listings to see to")
    return framed(
        request, "wagtailadmin/stewardship/see_to.html", shown, title=task.asset.name, icon="warning", back=back
    )
