"""The council's row, for whoever has to speak in its name. Invariant: at most one query a request."""

from django.http import HttpRequest

from connector.council.models import Council


def council(request: HttpRequest | None = None) -> Council:
    """The row, or one with nothing in it where nobody has written any."""
    kept = getattr(request, "_council", None) or Council.objects.first() or Council()
    if request is not None:
        request._council = kept  # type: ignore[attr-defined]
    return kept
