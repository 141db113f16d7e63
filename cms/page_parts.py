"""What is put beside a page's own words when it is asked for: what is live, how much there is.

Invariant: the pages know nobody above them. Whoever has something to show on a kind of page registers a function for it
once a process; it gets the page and the request, and gives plain values for the template.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

EDIT_PAGE = "Asset's edit page"
"""Under this name whatever is shown to staff on the edit page of an asset is registered."""
MY_LISTING = "the page on which a group keeps a listing"
"""Under this name whatever a group is shown of its own listing is registered."""
Part = Callable[[Any, HttpRequest], dict[str, Any]]

_parts: dict[str, list[Part]] = {}


def show_on(page_type: str, part: Part) -> None:
    """Show what `part(page, request)` gives on every page of this type ("HomePage"; "Asset" for a listing's;
    "Interest" for the page in the admin on which it is edited).
    Twice is the same as once."""
    registered = _parts.setdefault(page_type, [])
    if part not in registered:
        registered.append(part)


def parts_of(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Everything that was registered for this page's type, as one context."""
    return parts_for(type(page).__name__, page, request)


def parts_for(name: str, page: Any, request: HttpRequest) -> dict[str, Any]:
    """The same of what was registered under a name."""
    found: dict[str, Any] = {}
    for part in _parts.get(name, ()):
        found |= part(page, request)
    return found
