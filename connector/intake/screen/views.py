"""The screen of imports in Wagtail's admin: start one, check its columns, look at the differences, put it in.

Invariant: for connectors and administrators alone; a page only shows, and whatever changes something is a POST that
calls one action.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from connector.intake import actions
from connector.intake.actions.choose_columns import NotNow
from connector.intake.models import Import
from connector.intake.screen import NEEDED
from connector.intake.screen.forms import StartForm
from connector.intake.screen.showing import choices, chosen_in, outcome, tables
from connector.intake.steps import rejects_of
from connector.intake.work import WORKING, go_on

View = Callable[..., HttpResponse]
_RECENT = 30


# Who may import: whoever may add, change and publish assets.
for_curators = permission_required(NEEDED, raise_exception=True)


@for_curators
def imports(request: HttpRequest) -> HttpResponse:
    """The form that starts an import, and those there have been."""
    form = StartForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data}
        one = actions.start_import(files=said.pop("tables"), **said, by=request.user)
        return redirect("intake_import", one.uuid)
    return _page(request, "imports", "Import listings", form=form, recent=Import.objects.all()[:_RECENT])


@require_GET
@for_curators
def import_(request: HttpRequest, uuid: Any) -> HttpResponse:
    """One import, at the step that it is at."""
    one = get_object_or_404(Import, uuid=uuid)
    if one.state in WORKING:
        go_on(one)
        one.refresh_from_db()
    shown: dict[str, Any] = {"one": one, "working": one.state in WORKING}
    if one.state == Import.State.UNDERSTOOD:
        shown |= {"tables": tables(one), "choices": choices()}
    elif one.state in (Import.State.COMPARED, Import.State.DONE):
        shown |= outcome(one, request.GET.get("kind", ""), request.GET.get("p", "1"))
    page = _page(request, "import", one.source, crumbs=True, **shown)
    if shown["working"]:
        page.headers["Refresh"] = "2"  # works without a script, and ends with the work
    return page


def step(act: Callable[[HttpRequest, Import], object]) -> View:
    """A button of an import's page: calls its action, and leads back to where the import is then."""

    @require_POST
    @for_curators
    @wraps(act)
    def inner(request: HttpRequest, uuid: Any) -> HttpResponse:
        one = get_object_or_404(Import, uuid=uuid)
        try:
            act(request, one)
        except NotNow:
            messages.warning(request, "This import has gone on meanwhile. Here is where it is now.")
        return redirect("intake_import", one.uuid)

    return inner


@step
def columns(request: HttpRequest, one: Import) -> None:
    """What the columns mean; then find the differences."""
    actions.choose_columns(one=one, chosen=chosen_in(one, request.POST), by=request.user)


@step
def back(request: HttpRequest, one: Import) -> None:
    """Back to the columns."""
    actions.go_back(one=one, by=request.user)


@step
def apply(request: HttpRequest, one: Import) -> None:
    """Put the listings in."""
    actions.apply_import(one=one, by=request.user)


@step
def again(request: HttpRequest, one: Import) -> None:
    """Go on with one that stopped."""
    actions.try_again(one=one, by=request.user)


@step
def drop(request: HttpRequest, one: Import) -> None:
    """Give it up."""
    actions.drop_import(one=one, by=request.user)


@require_GET
@for_curators
def rejects(request: HttpRequest, uuid: Any) -> Any:
    """The rows that could not be used, with line and reason, as CSV to download."""
    path = rejects_of(get_object_or_404(Import, uuid=uuid))
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename="rejected-rows.csv", content_type="text/csv")


def _page(request: HttpRequest, name: str, title: str, *, crumbs: bool = False, **context: Any) -> HttpResponse:
    trail = [
        {"url": reverse("wagtailadmin_home"), "label": "Home"},
        {"url": reverse("intake_imports"), "label": "Import"},
    ]
    trail += [{"url": "", "label": title}] if crumbs else []
    context |= {"page_title": title, "header_title": title, "header_icon": "upload", "breadcrumbs_items": trail}
    return TemplateResponse(request, f"connector/intake/{name}.html", context)
