"""The few tags that a template needs: an icon, a mark, a counted seam, a sentence with its stitched words.

Invariant: text that comes from people is escaped here; only drawings and escaped data are marked safe.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from cms.cards import Segment
from connector.core import crawled, icons, stitches

register = template.Library()
# What could end a block of data, begin another, or end a line of it for older readers.
_NOT_IN_DATA = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """The icon of that name, inlined and hidden from screen readers."""
    return mark_safe(icons.draw(str(name)))  # noqa: S308  drawn by us, no text of anybody's in it


@register.simple_tag
def mark(state: str) -> SafeString:
    """The mark of an access fact: yes, no, partly or unknown."""
    return mark_safe(icons.mark(str(state)))  # noqa: S308  drawn by us


@register.simple_tag
def seam(minutes: int | None) -> SafeString:
    """The way on foot, one stitch a minute. Nothing where the minutes are not known."""
    return SafeString() if minutes is None else _drawn(stitches.seam(int(minutes)))


@register.simple_tag
def ride(minutes: int | None) -> SafeString:
    """The way by bus or car, one solid thread. Nothing where the minutes are not known."""
    return SafeString() if minutes is None else _drawn(stitches.ride(int(minutes)))


@register.simple_tag
def hem() -> SafeString:
    """A seam right across, which is printed too."""
    return format_html(
        '<svg class="hem" viewBox="0 0 680 8" aria-hidden="true" focusable="false"><path d="{}"/></svg>', stitches.hem()
    )


@register.simple_tag
def segments(pieces: Iterable[Segment]) -> SafeString:
    """A sentence in which the words that somebody said carry the stitched underline."""
    return format_html_join(
        "", "{}", ((format_html('<span class="said">{}</span>', p.text) if p.said else p.text,) for p in pieces)
    )


@register.simple_tag
def marks(pieces: Iterable[Segment]) -> SafeString:
    """A text in which the words that were searched for are marked."""
    return format_html_join("", "{}", ((format_html("<mark>{}</mark>", p.text) if p.said else p.text,) for p in pieces))


@register.simple_tag(takes_context=True)
def canonical(context: template.Context) -> SafeString:
    """The link to the one address of this page, for search engines; nothing on a page that is not for them."""
    request = context.get("request")
    if request is None:
        return SafeString()
    address = crawled.canonical(request, context.get("canonical") or "", context.get("page"))
    return format_html('<link rel="canonical" href="{}">\n', address) if address else SafeString()


@register.simple_tag
def json_ld(said: Mapping[str, Any]) -> SafeString:
    """A block of data for programs (JSON-LD), which no browser runs and no words within can end."""
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_NOT_IN_DATA)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308  every < in it is escaped


def _drawn(drawing: stitches.Seam) -> SafeString:
    return format_html(
        '<svg class="seam" width="{0}" height="20" viewBox="0 0 {0} 20" aria-hidden="true" focusable="false">'
        '<circle class="eye" cx="8" cy="10" r="5"/><path class="thread" d="{1}"/>'
        '<circle class="knot" cx="{2}" cy="10" r="5.5"/></svg>',
        drawing.width,
        drawing.path,
        drawing.knot,
    )


@register.filter
def shape(field: BoundField) -> str:
    """How a question is laid out: "ticks" (a row for each choice), "tick" (one box), "line" (everything else)."""
    widget = field.field.widget
    if isinstance(widget, CheckboxSelectMultiple | RadioSelect):
        return "ticks"
    return "tick" if isinstance(widget, CheckboxInput) else "line"


@register.filter
def notice_kind(level: str) -> str:
    """The look of a message of Django's by its level: good, care, wrong, or nothing for by the way."""
    return {"success": "good", "warning": "care", "error": "wrong"}.get(level, "")


@register.filter
def dialled(phone: str) -> str:
    """A telephone number as it is dialled: digits, and the plus of another country."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")
