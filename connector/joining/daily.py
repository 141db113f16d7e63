"""What is done once a day: forget new listings that nobody went on with, and pictures that nothing uses."""

from datetime import date

from django.utils import timezone

from connector.joining.actions.forget_pictures import forget_pictures
from connector.joining.actions.forget_unfinished import forget_unfinished
from connector.notifications.duties import register


def forget(today: date) -> None:
    """The same as the command does."""
    now = timezone.now()
    forget_unfinished(now=now)
    forget_pictures(now=now)


def connect() -> None:
    """Let the worker of the outbox do it, once a process."""
    register("forget unfinished new listings", forget)
