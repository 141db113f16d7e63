"""A page of ours that was renamed or moved leads on from where it was.

Invariant: looked for only where no page of ours is, never for what other parts of the product say is not there: a link
that never was costs no more than one that has run out.
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware


class MovedPages(RedirectMiddleware):
    """Wagtail's redirects, for addresses that nothing else answers."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        match = request.resolver_match
        if match is not None and match.url_name != "wagtail_serve":
            return response
        found: HttpResponseBase = super().process_response(request, response)
        return found
