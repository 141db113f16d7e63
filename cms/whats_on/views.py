"""`/whats-on/`: what is on, today if nothing else is asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.whats_on.page import whats_on as shown


@require_safe
def whats_on(request: HttpRequest) -> HttpResponse:
    """Any day or week, narrowed as its address says. `request.viewer` is set by the project."""
    viewer = request.viewer  # type: ignore[attr-defined]
    return render(request, "cms/whats_on.html", shown(request.GET, viewer=viewer, now=timezone.now()))
