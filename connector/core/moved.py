"""A page of ours that was renamed or moved leads on from where it was, in whatever language it was asked for.

Invariant: looked for only where no page of ours is, never for what other parts of the product say is not there: a link
that never was costs no more than one that has run out. One row serves every language: it is kept as English has it.
"""

from copy import copy

from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseRedirectBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from cms.addresses import in_this_language
from connector.core.languages import without_language


class MovedPages(RedirectMiddleware):
    """Wagtail's redirects, for addresses that nothing else answers."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        match = request.resolver_match
        if match is not None and match.url_name != "wagtail_serve":
            return response
        found: HttpResponseBase = super().process_response(_in_english(request), response)
        if found is not response and isinstance(found, HttpResponseRedirectBase):
            found.headers["Location"] = in_this_language(found.url)
        return found


def _in_english(request: HttpRequest) -> HttpRequest:
    plain = without_language(request.path)
    if plain == request.path:
        return request
    asked = copy(request)
    asked.path = plain
    return asked
