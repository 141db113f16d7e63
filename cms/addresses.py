"""The first words of addresses that the product has itself, so that no page is given one and stays unseen.

Invariant: read from the product's own routes, so a new one is refused from the day that it exists.
"""

from collections.abc import Iterable
from functools import cache

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, is_valid_path
from django.utils import translation


@cache
def first_words() -> frozenset[str]:
    """ "search", "listings", "admin", "static" and so on: what stands first in an address of the product."""
    served = {str(url).strip("/").split("/")[0] for url in (settings.STATIC_URL, settings.MEDIA_URL)}
    spoken = {code for code, _name in settings.LANGUAGES}
    # What stands first in English, whoever asks: in another language, that language stands before all of it.
    with translation.override(settings.LANGUAGE_CODE):
        words = set(_words(get_resolver().url_patterns))
    return frozenset((words | served | spoken) - {""})


def in_this_language(address: str) -> str:
    """An address of our own, as whoever reads in another language goes there; as it is where it has no languages."""
    language = translation.get_language()
    if not address.startswith("/") or language in (None, settings.LANGUAGE_CODE):
        return address
    if address.startswith(f"/{language}/"):
        return address
    there = f"/{language}{address}"
    return there if is_valid_path(there.partition("?")[0].partition("#")[0]) else address


def _words(patterns: Iterable[URLPattern | URLResolver]) -> Iterable[str]:
    for each in patterns:
        told = str(each.pattern)
        word, slash, _ = told.partition("/")
        if word and slash and word.replace("-", "").isalnum():
            yield word
        elif isinstance(each, URLResolver) and not told:
            yield from _words(each.url_patterns)
