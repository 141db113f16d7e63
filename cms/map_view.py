"""`/map/outlines.json`: what is drawn behind the pins of a map. Invariant: nothing here depends on who is looking."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from cms.outlines import outlines_of


@require_GET
@cache_control(public=True, max_age=3600)
def outlines(request: HttpRequest) -> JsonResponse:
    """Outlines for `?ward=E05011364&ward=…&sector=M33 7`, and all that were loaded."""
    return JsonResponse(outlines_of(request.GET.getlist("ward"), request.GET.getlist("sector")))
