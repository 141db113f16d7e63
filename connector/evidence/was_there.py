"""The day of which a worker may say "I was there"."""

from datetime import date, datetime

from django.utils import timezone

from cms.models import Asset, Kind
from connector.evidence.sessions import met_lately

DAYS = 7


def day_to_say(asset: Asset, now: datetime) -> date | None:
    """The last session that has begun, a week back at most; today for what has no times that we know. A person's offer
    has none that could have run."""
    if asset.room == Asset.Room.PAUSED or asset.kind == Kind.OFFER:
        return None
    if not asset.sessions.all():
        return timezone.localdate(now)
    return met_lately(asset, now, DAYS)
