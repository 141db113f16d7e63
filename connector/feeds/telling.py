"""A calendar that cannot be read: the group is told by message, and a connector gets it as a task.

Invariant: said once for each time that it breaks; no message holds the address. The task goes by itself when the
calendar is read again.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from cms.models import Asset
from connector.feeds.models import Feed
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import USER, Addressee, reference, user_of
from connector.notifications.written_to import editors_written_to
from connector.stewardship.models import Task

KIND: Final = "calendar_unread"
ABOUT: Final = "feeds.feed"
FOLDER: Final = Path(__file__).parent / "messages" / KIND


def tell_group(feed: Feed, today: date) -> None:
    """Everybody who keeps the listing, and a connector."""
    for user in editors_written_to(feed.asset):
        key = f"{KIND}:{feed.pk}:{user.pk}:{today.isoformat()}"
        enqueue(kind=KIND, to=reference(USER, user.pk), key=key, about=(ABOUT, str(feed.pk)), now=timezone.now())
    Task.objects.get_or_create(
        asset=feed.asset,
        done_on=None,
        defaults={"what": Task.What.CALENDAR, "words": feed.trouble[:200], "made_on": today},
    )


def settle_task(asset: Asset) -> None:
    """It is read again, or followed no more."""
    Task.objects.filter(asset=asset, what=Task.What.CALENDAR, done_on=None).delete()


def fill(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    """None once it is read again, or whoever it is does not keep the listing any more."""
    feed = Feed.objects.select_related("asset").filter(pk=int(message.about_id), told_on__isnull=False).first()
    user = user_of(message.recipient)
    if feed is None or user is None or user not in editors_written_to(feed.asset):
        return None
    page = f"{settings.CONNECTOR_BASE_URL}{reverse('my_calendar', args=[feed.asset.uuid])}"
    read = timezone.localdate(feed.read_at) if feed.read_at else None
    return {"first_name": to.first_name, "name": feed.asset.name, "why": feed.trouble, "read_on": read, "page": page}


def connect() -> None:
    """Let it be sent, once a process."""
    register(Kind(KIND, "whether your calendar can be read", FOLDER, fill))
