"""What the page on how search is doing tells of messages besides."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from connector.notifications.standing import standing


def on_health_page(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`messages_told`: sentences."""
    return {"messages_told": standing(timezone.now())}
