"""What nobody went on with goes, with everything that was typed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Q

from connector.joining.models import NewListing

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many unfinished listings went, and from how many the rest of what is personal was taken."""

    listings: int = 0
    cleared: int = 0


def forget_unfinished(*, now: datetime, dry_run: bool = False) -> Forgotten:
    """Unfinished ones that were not touched for `CONNECTOR_UNFINISHED_DAYS`; sent ones whose draft is gone; the hash
    of the network address after a day; the address of a sender who never signed in, after as long as all that again."""
    kept = timedelta(days=settings.CONNECTOR_UNFINISHED_DAYS)
    states = NewListing.State
    gone = NewListing.objects.filter(
        Q(state=states.WRITING, changed_at__lt=now - kept) | Q(state=states.SENT, asset=None, changed_at__lt=now - kept)
    )
    places = NewListing.objects.exclude(came_from="").filter(made_at__lt=now - DAY)
    addresses = NewListing.objects.exclude(sender_email="").filter(state=states.OUT, out_at__lt=now - 2 * kept)
    if dry_run:
        return Forgotten(gone.count(), places.count() + addresses.count())
    count = gone.count()
    gone.delete()
    return Forgotten(count, places.update(came_from="") + addresses.update(sender_email=""))
