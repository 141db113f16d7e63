"""Editorial pages at the foot of every other page. Invariant: one query, and only what is live."""

from django import template
from django.template import Context
from wagtail.models import Page

register = template.Library()


@register.simple_tag(takes_context=True)
def pages_at_the_foot(context: Context) -> list[tuple[str, str]]:
    """Title and address of every page that an editor put there, in the order of the tree."""
    pages = Page.objects.live().in_menu().order_by("path").only("title", "url_path")
    request = context.get("request")
    # With the request, Wagtail reads where sites begin once for all of them.
    return [(page.title, url) for page in pages if (url := page.get_url(request))]
