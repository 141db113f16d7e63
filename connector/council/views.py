"""The council's colours as a stylesheet. Invariant: the same for everybody, and says nothing of who asked."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from connector.council.current import council

A_YEAR = 365 * 24 * 60 * 60


@require_safe
def colours(request: HttpRequest, version: str) -> HttpResponse:
    """Kept for a year when asked for by the version that it has now; another version is never kept."""
    found = council(request)
    answer = HttpResponse(found.stylesheet, content_type="text/css; charset=utf-8")
    if version == found.colours:
        patch_cache_control(answer, public=True, max_age=A_YEAR, immutable=True)
    else:
        patch_cache_control(answer, no_store=True)
    return answer
