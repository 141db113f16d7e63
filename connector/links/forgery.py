"""A form of a link's page is refused when it comes from elsewhere, though the page tells nobody where it is.

Invariant: Django's own comparison of cookie and form holds. A page with `Referrer-Policy: no-referrer`, which keeps the
token out of other people's logs, makes browsers send `Origin: null` and no Referer with its own forms (Fetch standard,
"append a request `Origin` header"); those two, and nothing else, are let pass here. Any other origin is refused.
"""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

UNSAID = "null"


class _LinkCsrf(CsrfViewMiddleware):
    def _origin_verified(self, request: HttpRequest) -> bool:
        return request.META["HTTP_ORIGIN"] == UNSAID or super()._origin_verified(request)  # type: ignore[misc]

    def _check_referer(self, request: HttpRequest) -> None:
        if "HTTP_REFERER" in request.META:
            super()._check_referer(request)  # type: ignore[misc]


def refusal(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form that was not ours; None where it was."""
    check = _LinkCsrf(_nothing)
    check.process_request(request)
    return check.process_view(request, _nothing, (), {})


def _nothing(request: HttpRequest) -> HttpResponse:
    """Stands for a page that is exempt from nothing."""
    return HttpResponse()
