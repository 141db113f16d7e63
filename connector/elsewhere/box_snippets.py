"""The two pieces of HTML that put a box on a page: a frame alone, or a small script that makes the frame.

Invariant: whatever was typed is escaped; each piece works by itself, and asks nobody but us.
"""

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode

# High enough for what stands around, and for each thing, on a narrow page.
_HEAD, _EACH = 180, 180
SANDBOX: Final = "allow-same-origin allow-top-navigation-by-user-activation"


@dataclass(frozen=True, slots=True)
class Snippets:
    """`path`: of the box on our own site; `frame`, `script`: the pieces to copy."""

    path: str
    frame: str
    script: str
    height: int


def snippets(given: dict[str, str], title: str, most: int) -> Snippets:
    """`given`: names and values of the box's address, in their order; `title`: what the frame is called."""
    base, query = settings.CONNECTOR_BASE_URL, urlencode(given)
    path = f"{reverse('near_box')}?{query}" if query else reverse("near_box")
    height = _HEAD + _EACH * most
    frame = format_html(
        '<iframe src="{}" title="{}" height="{}" loading="lazy" referrerpolicy="no-referrer" sandbox="{}" '
        'style="border:0;width:100%"></iframe>',
        f"{base}{path}",
        title,
        height,
        SANDBOX,
    )
    attributes = format_html_join("", ' {}="{}"', given.items())
    script = format_html(
        '<script src="{}" defer></script>\n<connector-near{}><a href="{}">{}</a></connector-near>',
        f"{base}{reverse('near_script')}",
        attributes,
        f"{base}{reverse('search')}",
        title,
    )
    return Snippets(path, str(frame), str(script), height)
