"""What machines ask: whether this process lives (`/health/`), and its numbers (`/metrics`).

Invariant: no secret, no name, nothing that anybody typed. `/health/` asks no search server, so that a load balancer
that looks every second neither waits nor troubles one that is down.
"""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search import metrics
from search.health.gauges import IndexGauges
from search.health.looking import degraded_since


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 while pages can be answered, 503 without the database. `degraded`: the spare engine answers searches."""
    there = _database_answers()
    said = {"status": "ok" if there else "no database", "degraded": degraded_since() is not None}
    return JsonResponse(said, status=200 if there else 503)


@never_cache
@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """The numbers in the text format of Prometheus, for whoever has the token; not there while none is set."""
    token = settings.CONNECTOR_METRICS_TOKEN
    if not token:
        raise Http404
    if not constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {token}"):
        return HttpResponseForbidden()
    return HttpResponse(metrics.text(IndexGauges()), content_type=metrics.CONTENT_TYPE_LATEST)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True
