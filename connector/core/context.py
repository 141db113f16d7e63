"""What every template may use: the council's name, whom to ring, whether it is the demonstration."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "council_name": settings.CONNECTOR_COUNCIL_NAME,
        "demonstration": settings.CONNECTOR_DEMONSTRATION,
        "help_phone": settings.CONNECTOR_HELP_PHONE,
    }
