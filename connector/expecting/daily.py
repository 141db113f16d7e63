"""What is done once a day: forget who came."""

from datetime import date

from django.utils import timezone

from connector.expecting.actions.forget import forget_expected
from connector.notifications.duties import register


def forget(today: date) -> None:
    forget_expected(now=timezone.now())


def connect() -> None:
    """Let the worker of the outbox do it, once a process."""
    register("forget who was coming", forget)
