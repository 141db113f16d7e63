"""What is done once a day: take out of old corrections what may tell of a person."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from connector.corrections.actions.purge import purge_corrections
from connector.notifications.duties import register


def empty(today: date) -> None:
    """The same as the command does."""
    purge_corrections(now=timezone.now(), days=settings.CONNECTOR_KEEP_SENT_DAYS)


def connect() -> None:
    """Let the worker of the outbox do it, once a process."""
    register("empty old corrections", empty)
