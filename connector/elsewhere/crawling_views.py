"""What search engines ask first: what to leave alone, and where all pages are.

Invariant: the same for everybody, may be kept for an hour, and sets no cookie.
"""

from django.conf import settings
from django.contrib.sitemaps import views as sitemaps
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from connector.core.crawled import closed
from connector.elsewhere.sitemaps import SITEMAPS

AN_HOUR = 60 * 60


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def robots(request: HttpRequest) -> HttpResponse:
    """The robots exclusion protocol (RFC 9309)."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed()),
        "",
        f"Sitemap: {settings.CONNECTOR_BASE_URL}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Where the parts are."""
    answer: HttpResponse = sitemaps.index(request, SITEMAPS, sitemap_url_name="sitemap_part")
    return answer


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def sitemap_part(request: HttpRequest, section: str) -> HttpResponse:
    """One part; `?p=2` is the second of its kind."""
    answer: HttpResponse = sitemaps.sitemap(request, SITEMAPS, section=section)
    return answer
