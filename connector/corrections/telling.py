"""The group is told that somebody says something is wrong: who keeps the listing, else its contacts.

Invariant: no word of whoever sent it stands in the message, nor who that was; one message a person, listing and day at
most, with everything that is open then, so that a flood of corrections is no flood of messages.
"""

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from cms.models import Asset
from connector.corrections.models import OPEN, Correction
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import CONTACT, USER, Addressee, reference, user_of
from connector.notifications.written_to import contacts_written_to, editors_written_to

KIND: Final = "something_wrong"
ABOUT: Final = "cms.asset"
FOLDER: Final = Path(__file__).parent / "messages" / KIND


def tell_group(*, asset: Asset, now: datetime) -> None:
    """Put it into the outbox, in the transaction of the correction. Where today's message has gone already, it is
    tomorrow's."""
    today = timezone.localdate(now)
    for recipient in _whom(asset):
        if not _put(asset, recipient, today.isoformat(), now, now) and _gone(asset, recipient, today.isoformat()):
            tomorrow = today + timedelta(days=1)
            due = timezone.make_aware(datetime.combine(tomorrow, time()))
            _put(asset, recipient, tomorrow.isoformat(), now, due)


def _whom(asset: Asset) -> list[str]:
    """Editors; of a listing without any, contacts that may be written to, where its group was met and asked."""
    found = [reference(USER, user.pk) for user in editors_written_to(asset)]
    if found or asset.unasked or not asset.met:
        return found
    return [reference(CONTACT, pk) for pk in contacts_written_to(asset).values()]


def _key(asset: Asset, recipient: str, day: str) -> str:
    return f"{KIND}:{asset.pk}:{recipient}:{day}"


def _put(asset: Asset, recipient: str, day: str, now: datetime, due: datetime) -> bool:
    key, about = _key(asset, recipient, day), (ABOUT, str(asset.pk))
    return enqueue(kind=KIND, to=recipient, key=key, about=about, now=now, due=due)


def _gone(asset: Asset, recipient: str, day: str) -> bool:
    waits = Message.State.WAITING
    return Message.objects.filter(key=_key(asset, recipient, day)).exclude(state=waits).exists()


def fill(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    """What it is about, topic by topic; None once all are answered, or whoever it is keeps the listing no longer."""
    asset = Asset.objects.filter(pk=int(message.about_id)).first()
    if asset is None or not _written_to(message.recipient, asset):
        return None
    rows = Correction.objects.filter(asset=asset, state__in=OPEN).order_by("sent_at", "pk")
    topics = list(dict.fromkeys(row.get_topic_display() for row in rows))
    mine = user_of(message.recipient) is not None
    path = reverse("my_listing", args=[asset.uuid]) if mine else asset.get_absolute_url()
    shown = {"first_name": to.first_name, "listing": asset.name, "topics": topics, "mine": mine}
    return {**shown, "page": f"{settings.CONNECTOR_BASE_URL}{path}"} if topics else None


def _written_to(recipient: str, asset: Asset) -> bool:
    user = user_of(recipient)
    if user is not None:
        return user in editors_written_to(asset)
    return recipient in (reference(CONTACT, pk) for pk in contacts_written_to(asset).values())


def connect() -> None:
    """Let it be sent, once a process."""
    register(Kind(KIND, "what somebody says is wrong with your listing", FOLDER, fill))
