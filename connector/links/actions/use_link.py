"""Write down that a link was pressed."""

from datetime import datetime

from connector.links.models import Link


def use_link(*, link: Link, single: bool, now: datetime) -> bool:
    """Whether this press counts. Of two presses of a single-use link at once only one does: both try the same update.
    Belongs into the transaction of what the press does."""
    rows = Link.objects.filter(pk=link.pk, revoked_at=None)
    if single:
        rows = rows.filter(used_at=None)
    return bool(rows.update(used_at=now))
