"""What is done once a day: forget old claims."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from connector.claiming.actions.purge import purge_claims
from connector.notifications.duties import register


def forget(today: date) -> None:
    """The same as the command does."""
    purge_claims(now=timezone.now(), days=settings.CONNECTOR_KEEP_SENT_DAYS)


def connect() -> None:
    """Let the worker of the outbox do it, once a process."""
    register("forget old claims", forget)
