"""What every template may use: the council's name and the viewer's doors."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "council_name": settings.CONNECTOR_COUNCIL_NAME,
        "demonstration": settings.CONNECTOR_DEMONSTRATION,
    }
