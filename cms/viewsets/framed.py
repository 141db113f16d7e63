"""A page of our own in Wagtail's admin: its title, its icon and the way back above it.

Invariant: every such page looks like those of Wagtail around it; what it shows is its own.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from cms.models import Asset


class Back(NamedTuple):
    """A page to go back to: its address and what it is called."""

    url: str
    label: str


def framed(
    request: HttpRequest, template: str, shown: Mapping[str, Any], *, title: str, icon: str, back: Back | None = None
) -> TemplateResponse:
    """The page, with Home, `back` and its own title as crumbs."""
    crumbs = [Back(reverse("wagtailadmin_home"), "Home"), *([back] if back else []), Back("", title)]
    frame = {
        "page_title": title,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [crumb._asdict() for crumb in crumbs],
    }
    return TemplateResponse(request, template, {**frame, **shown})


def edit_url(asset_id: int) -> str:
    """Where staff edit a listing."""
    return reverse(Asset.snippet_viewset.get_url_name("edit"), args=[asset_id])  # type: ignore[attr-defined]
