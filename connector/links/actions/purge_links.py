"""Forget links that ended long ago. Until then a page can say what became of one."""

from datetime import datetime, timedelta
from typing import Final

from connector.links.models import Link

KEPT: Final = timedelta(days=90)


def purge_links(*, now: datetime) -> int:
    """How many are gone."""
    return Link.objects.filter(expires_at__lt=now - KEPT).delete()[0]
