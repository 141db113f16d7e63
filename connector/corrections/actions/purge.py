"""Takes out of corrections what may tell of a person, when it has been kept long enough."""

from datetime import datetime, timedelta

from django.db.models import Q

from connector.corrections.models import Correction


def purge_corrections(*, now: datetime, days: int) -> int:
    """Words and how to reach the sender, of those answered that long ago, and of those that nobody answered in twice as
    long. The row stays, with its number, topic, state and answer. Returns how many."""
    old = Q(answered_at__lt=now - timedelta(days=days)) | Q(sent_at__lt=now - timedelta(days=2 * days))
    rows = Correction.objects.filter(old).exclude(words="", contact="")
    return rows.update(words="", contact="")
