"""What the outbox does once a day: ask for receipts, forget what is old, links included."""

from datetime import date

from django.utils import timezone

from connector.links.actions.purge_links import purge_links
from connector.notifications.actions.purge_messages import purge_messages
from connector.notifications.duties import register
from connector.notifications.receipts import look_for_receipts


def tidy(today: date) -> None:
    """All three."""
    now = timezone.now()
    look_for_receipts(now=now)
    purge_messages(now=now)
    purge_links(now=now)


def connect() -> None:
    """Let the worker do it, once a process."""
    register("tidy the outbox", tidy)
