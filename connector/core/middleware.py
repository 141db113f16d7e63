"""Headers by kind of page: a strict content policy for ours, another for Wagtail's admin; personal ones not kept.

Invariant: every answer has a policy and stays with our own pages, files and errors included. Whatever was made with a
look at somebody's session is kept by no cache, neither the browser's nor one on the way.
"""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

ADMIN = "/admin/"


class PolicyMiddleware(CSPMiddleware):
    """django-csp with the policy of the path, `no-store` on what is somebody's own, and no use by other sites."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path.startswith(ADMIN):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        session = getattr(request, "session", None)
        if session is not None and session.accessed and not session.is_empty():
            response.headers["Cache-Control"] = "no-store, private"
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return super().process_response(request, response)
