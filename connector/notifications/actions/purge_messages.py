"""Forget that messages were sent, after a while."""

from datetime import datetime, timedelta

from django.conf import settings

from connector.notifications.models import Message


def purge_messages(*, now: datetime) -> int:
    """Those settled longer ago than `CONNECTOR_MESSAGES_DAYS`. How many."""
    since = now - timedelta(days=settings.CONNECTOR_MESSAGES_DAYS)
    return Message.objects.filter(settled_at__lt=since).delete()[0]
