"""Take links back: they open nothing from that moment."""

from datetime import datetime

from connector.links.models import Link


def revoke_links(*, purpose: str, about: tuple[str, str], now: datetime, to: str = "") -> int:
    """Those for this purpose about this thing, all or those that went to `to`. How many had not been taken back yet."""
    rows = Link.objects.filter(purpose=purpose, object_type=about[0], object_id=about[1], revoked_at=None)
    if to:
        rows = rows.filter(recipient=to)
    return rows.update(revoked_at=now)
