"""Where *Leave this page* leads: one answer for every page that somebody may have to hide.

Invariant: empty, and so no way out is shown, on a page that says nothing of the kind.
"""

from collections.abc import Iterable

from django.conf import settings

from cms.leaving import may_have_to_leave


def way_out(texts: Iterable[str], *, hidden: bool = False) -> str:
    """The address, where one of these texts says so; `hidden`: whatever they say."""
    return str(settings.CONNECTOR_LEAVE_TO) if hidden or may_have_to_leave(texts) else ""
