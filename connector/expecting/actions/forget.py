"""What people let groups know is deleted when it has served."""

from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

from connector.expecting.models import Expected

KEPT: Final = timedelta(days=14)


def forget_expected(*, now: datetime) -> int:
    """A fortnight after the session, or after it was sent where no day was said. Returns how many."""
    old = now - KEPT
    rows = Expected.objects.filter(Q(starts_at__lt=old) | Q(starts_at=None, sent_at__lt=old))
    return rows.delete()[0]
