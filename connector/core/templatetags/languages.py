"""What a page says of its language, and where it is in others.

Invariant: everything comes from the address of the page; a page that is nobody's to keep names no alternates.
"""

from django import template
from django.conf import settings
from django.utils import translation
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from connector.core import crawled, languages

register = template.Library()


@register.simple_tag
def page_language() -> str:
    """The language of what is on the page, as the `lang` of `<html>` has it."""
    return languages.in_html(translation.get_language() or settings.LANGUAGE_CODE)


@register.simple_tag
def direction() -> SafeString:
    """What `<html>` carries besides where its language is written from right to left."""
    return SafeString(' dir="rtl"') if translation.get_language_bidi() else SafeString()


@register.simple_tag(takes_context=True)
def alternates(context: template.Context) -> SafeString:
    """Links to this page in every language, for search engines; nothing on a page that is not for them."""
    request = context.get("request")
    if request is None:
        return SafeString()
    own = crawled.own_address(request, context.get("canonical") or "", context.get("page"))
    each = languages.in_every_language(own) if own else []
    if len(each) < 2:
        return SafeString()
    rows = [*((one.code, one.url) for one in each), ("x-default", each[0].url)]
    line = '<link rel="alternate" hreflang="{}" href="{}{}">\n'
    return format_html_join("", line, ((code, settings.CONNECTOR_BASE_URL, url) for code, url in rows))


@register.simple_tag(takes_context=True)
def other_languages(context: template.Context) -> list[languages.InLanguage]:
    """This page, with its query, in the languages that it is not in; none where one language is all there is."""
    request = context.get("request")
    return languages.in_others(request.get_full_path()) if request is not None else []
