"""The API's schema tells of the API alone: Wagtail's admin has addresses of its own that are nobody else's business."""

from collections.abc import Iterable
from typing import Any

API = "/api/"


def of_the_api(endpoints: Iterable[tuple[str, str, str, Any]]) -> list[tuple[str, str, str, Any]]:
    """The endpoints (path, its pattern, method, view) below `/api/`: a pre-processing hook of drf-spectacular."""
    return [endpoint for endpoint in endpoints if endpoint[0].startswith(API)]
