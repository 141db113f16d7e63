"""The message to a group that somebody is coming: to who keeps the listing, else to the contacts that everybody sees.

Invariant: it holds what was chosen and no more, is made when it goes, and goes once to each of them.
"""

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.utils import timezone

from cms.models import Asset, Contact
from connector.expecting.models import Expected
from connector.expecting.said import as_read
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import CONTACT, USER, Addressee, reference
from connector.notifications.written_to import contacts_written_to, editors_written_to

KIND: Final = "somebody_coming"
ABOUT: Final = "expecting.expected"
FOLDER: Final = Path(__file__).parent / "messages" / KIND


def whom(asset: Asset) -> list[str]:
    """Who can be told; nobody where the group has no address that we may write to."""
    if asset.unasked:
        return []
    if editors := editors_written_to(asset):
        return [reference(USER, user.pk) for user in editors]
    shown = set(Contact.objects.filter(asset=asset, visibility=Contact.Visibility.PUBLIC).values_list("pk", flat=True))
    return [reference(CONTACT, pk) for pk in contacts_written_to(asset).values() if pk in shown]


def tell(row: Expected, now: datetime) -> None:
    """Put it into the outbox, in the transaction of the row."""
    for recipient in whom(row.asset):
        enqueue(kind=KIND, to=recipient, key=f"{KIND}:{row.pk}:{recipient}", about=(ABOUT, str(row.pk)), now=now)


def fill(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    """What they let the group know; None where it is not kept any more."""
    row = Expected.objects.select_related("asset").filter(pk=int(message.about_id)).first()
    if row is None or message.recipient not in whom(row.asset):
        return None
    starts = timezone.localtime(row.starts_at) if row.starts_at else None
    said = as_read(called=row.called, starts=starts, wants=row.wants, words=row.words, answer_to=row.answer_to)
    page = f"{settings.CONNECTOR_BASE_URL}{row.asset.get_absolute_url()}"
    return {"first_name": to.first_name, "listing": row.asset.name, "said": said, "page": page}


def connect() -> None:
    """Let it be sent, once a process."""
    register(Kind(KIND, "that somebody is coming", FOLDER, fill))
