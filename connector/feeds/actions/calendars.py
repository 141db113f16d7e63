"""What a group does with its calendar: gives its address, follows it, stops."""

from django.db import transaction
from django.utils import timezone

from cms.models import Asset
from connector.accounts.models import User
from connector.feeds.actions.apply_times import apply_times
from connector.feeds.looking import Seen
from connector.feeds.models import Feed
from connector.feeds.taking import take
from connector.feeds.telling import settle_task


class NotOut(Exception):
    """People do not see the listing yet, so there is nothing to follow."""


@transaction.atomic
def give_calendar(*, asset: Asset, url: str, words: str, seen: Seen, by: User) -> Feed:
    """Keep an address with what was read there, to be looked at. Nothing that people see changes. One that is followed
    goes on until this one is."""
    now = timezone.now()
    row = Feed.objects.select_for_update(of=("self",)).filter(asset=asset).first() or Feed(asset=asset)
    row.url, row.words, row.state, row.given_by, row.since = url, words, Feed.State.TRYING, by, now
    row.next_on, row.read_at, row.dates, row.times = timezone.localdate(now), None, {}, []
    row.failed_days, row.failed_on, row.told_on, row.trouble = 0, None, None, seen.trouble[:300]
    if seen.read is not None:
        take(row, seen, now)
    row.save()
    return row


@transaction.atomic
def follow_calendar(*, asset: Asset) -> Feed | None:
    """From now on the listing has the times of its calendar. None where none was read. Raises NotOut, and what
    `apply_times` does."""
    row = Feed.objects.select_for_update(of=("self",)).select_related("asset").filter(asset=asset).first()
    if row is None or row.read_at is None or not row.times:
        return None
    if not row.asset.live:
        raise NotOut
    row.state = Feed.State.FOLLOWED
    row.save(update_fields=["state"])
    apply_times(feed=row, told="")
    return row


@transaction.atomic
def stop_following(*, asset: Asset) -> bool:
    """Whether there was one. The listing keeps the times that it has; the address is forgotten."""
    settle_task(asset)
    return bool(Feed.objects.filter(asset=asset).delete()[0])
