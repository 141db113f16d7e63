"""What every template may use: whose directory it is, whom to ring, whether it is the demonstration."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from connector.council.current import council


def site(request: HttpRequest) -> dict[str, Any]:
    found = council(request)
    return {
        "council": found,
        "council_name": found.name,
        "directory": found.directory,
        "demonstration": settings.CONNECTOR_DEMONSTRATION,
        "help_phone": found.phone,
    }
