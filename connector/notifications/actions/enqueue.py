"""Put a message into the outbox. It goes after the commit, and once."""

from datetime import datetime

from django.db import transaction

from connector.notifications.kinds import kind_named
from connector.notifications.models import Message
from connector.notifications.nudge import nudge


def enqueue(
    *,
    kind: str,
    to: str,
    key: str,
    now: datetime,
    about: tuple[str, str] = ("", ""),
    channel: str = "email",
    due: datetime | None = None,
) -> bool:
    """Whether it is new. `to`: a reference (`recipients`); `key`: what makes it one of its kind: the same key again is
    the same message, and nothing happens. `about`: type and id of what it is about; `due`: not before.

    Raises KeyError for a kind that nobody registered.
    """
    found = kind_named(kind)
    if found is None:
        raise KeyError(kind)
    fields = {
        "kind": kind,
        "recipient": to,
        "channel": channel,
        "about_type": about[0],
        "about_id": about[1],
        "urgent": found.urgent,
        "made_at": now,
        "due_at": due or now,
    }
    _, made = Message.objects.get_or_create(key=key, defaults=fields)
    if made:
        transaction.on_commit(nudge, robust=True)
    return made
