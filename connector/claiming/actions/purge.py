"""Claims go when they were answered long ago, and those that nobody answered in twice as long."""

from datetime import datetime, timedelta

from django.db.models import Q

from connector.claiming.models import Claim


def purge_claims(*, now: datetime, days: int) -> int:
    """How many are gone."""
    old = Q(settled_at__lt=now - timedelta(days=days)) | Q(made_at__lt=now - timedelta(days=2 * days))
    return Claim.objects.filter(old).delete()[0]
