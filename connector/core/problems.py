"""Errors of the API as RFC 9457 problem details (`application/problem+json`)."""

from typing import Any

from rest_framework.exceptions import APIException, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler


def problem_details(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an error: `type`, `title`, `status`, `detail`, and `errors` by field where fields are wrong."""
    response = exception_handler(error, context)
    if response is None:
        return None
    title = error.default_detail if isinstance(error, APIException) else "Not found."
    body: dict[str, Any] = {"type": "about:blank", "title": str(title), "status": response.status_code}
    if isinstance(error, ValidationError):
        body["errors"] = response.data
    elif isinstance(response.data, dict):
        body["detail"] = str(response.data.get("detail", ""))
    response.data = body
    response.content_type = "application/problem+json"
    return response
