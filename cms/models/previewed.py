"""Rows whose public page can be looked at before it is published.

Invariant: the models know nobody above them. Whoever makes public pages registers, once a process, how one is served
for a row that is still being written.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.models import PreviewableMixin

Serve = Callable[[Any, HttpRequest], HttpResponse]

_serves: dict[str, Serve] = {}


def preview_with(model: str, serve: Serve) -> None:
    """Serve the preview of rows of this model ("Asset") by `serve(row, request)`."""
    _serves[model] = serve


class Previewed(PreviewableMixin):
    """The row may be unsaved, with unsaved parts: it is read as it is and never written."""

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return _serves[type(self).__name__](self, request)
