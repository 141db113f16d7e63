"""The council's row, for whoever has to speak in its name. Invariant: one query a request; none before `migrate`."""

from django.http import HttpRequest

from connector.council.models import Council


def council(request: HttpRequest | None = None) -> Council:
    """The row, or one with nothing in it where nobody has written any."""
    if request is not None:
        kept = getattr(request, "_council", None)
        if kept is None:
            kept = request._council = Council.objects.first() or Council()  # type: ignore[attr-defined]
        return kept
    return Council.objects.first() or Council()
