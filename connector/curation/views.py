"""What *Try it* answers: the first listings as they are, beside those with the unsaved words of an interest's form.

Invariant: POST only, for people who may edit interests; nothing is saved, nothing that was typed is kept or logged.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cms.models import Interest
from connector.curation.asking import Tried, first_answers
from connector.curation.box import NEEDED, PREFIX, TryForm
from connector.curation.showing import comparison
from connector.curation.unsaved import unsaved
from search.finder import EngineUnavailable
from search.interests import as_if_published, vocabulary

AWAY = "Search does not answer just now. Wait a minute, then try again."


@require_POST
@never_cache
def try_it(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of the edit page with the box in it. A piece of HTML for the box; without a script a whole page."""
    # Said here: the admin would lead whoever is refused to its front page, and the box would show that.
    if not request.user.has_perm(NEEDED):
        return HttpResponseForbidden("Only people who may edit interests can try one.", content_type="text/plain")
    interest = get_object_or_404(Interest, pk=pk)
    form = TryForm(request.POST, prefix=PREFIX)
    changed, problems = unsaved(interest, request.POST, request.user)
    problems += [str(error) for errors in form.errors.values() for error in errors]
    if problems:
        return _shown(request, interest, problems=problems)
    asked = Tried(
        form.cleaned_data["words"], form.cleaned_data["read_as"], form["near"].value() or "", form.cleaned_data["near"]
    )
    viewer, now = request.viewer, timezone.localtime()  # type: ignore[attr-defined]
    try:
        before = first_answers(asked, vocabulary(), viewer=viewer, now=now)
        after = first_answers(asked, as_if_published(changed), viewer=viewer, now=now)
    except EngineUnavailable:
        return _shown(request, interest, problems=[AWAY])
    return _shown(request, interest, **comparison(before, after))


def _shown(request: HttpRequest, interest: Interest, **context: Any) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "connector/curation/_tried.html", context)
    edit = Interest.snippet_viewset.get_url_name("edit")  # type: ignore[attr-defined]
    title = f"Try it: {interest}"
    crumbs = [{"url": reverse(edit, args=[interest.pk]), "label": str(interest)}, {"url": "", "label": "Try it"}]
    frame = {"page_title": title, "header_title": title, "header_icon": "tag", "breadcrumbs_items": crumbs}
    return render(request, "connector/curation/tried.html", frame | context)
