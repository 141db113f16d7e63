"""Text goes out packed where the reader can unpack it: pages, styles, scripts, drawings, calendars, data.

A third of the bytes on a slow line. Django's own middleware adds a few random bytes to each page, so that the size of a
packed page tells nothing of what stands in it (BREACH). Invariant: what is packed already (pictures, fonts, static
files that were packed at set-up) goes out as it is.
"""

from typing import Final

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_TEXT: Final = (
    "text/",
    "image/svg+xml",
    *(f"application/{kind}" for kind in ("javascript", "json", "problem+json", "ld+json", "manifest+json")),
    *(f"application/{kind}" for kind in ("xml", "atom+xml", "rss+xml")),
)


class PackingMiddleware(GZipMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not response.get("Content-Type", "").startswith(_TEXT):
            return response
        packed: HttpResponseBase = super().process_response(request, response)
        return packed
