"""Which language a page is read in: its address says so, and nothing else.

Invariant: no cookie, session or wish of a browser changes what an address shows, so that a page that is sent, kept or
cached is the same for everybody. English has no mark in its addresses; `/cy/` before them is Welsh.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

# As HTML writes what Django calls by another name.
_IN_HTML: Final = {"en-gb": "en-GB"}


@dataclass(frozen=True)
class InLanguage:
    """A page in one language: where it is, and what the language is called by those who read it."""

    code: str
    name: str
    url: str


class LanguageMiddleware:
    """Everything that is made for a request is made in the language of its address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
        with translation.override(language):
            return self.get_response(request)


def language_of(path: str) -> str:
    """The language of the page at this path."""
    first = path[1:].partition("/")[0] if path.startswith("/") else ""
    return first if first in _prefixes() else settings.LANGUAGE_CODE


def without_language(path: str) -> str:
    """The path (and query) as it is in English."""
    language = language_of(path.partition("?")[0])
    return path if language == settings.LANGUAGE_CODE else path[len(language) + 1 :]


def in_language(path: str, language: str) -> str:
    """The same page, with its query, in another language."""
    plain = without_language(path)
    return plain if language == settings.LANGUAGE_CODE else f"/{language}{plain}"


def in_every_language(path: str) -> list[InLanguage]:
    """The same page in each language that this installation speaks; one where it speaks English alone."""
    return [InLanguage(in_html(code), name, in_language(path, code)) for code, name in settings.LANGUAGES]


def in_others(path: str) -> list[InLanguage]:
    """The same page in the languages that it is not in."""
    now = in_html(language_of(path.partition("?")[0]))
    return [each for each in in_every_language(path) if each.code != now]


def in_html(language: str) -> str:
    """The language as the `lang` of HTML names it."""
    return _IN_HTML.get(language, language)


def prefixes() -> list[str]:
    """What stands before an address in each language but English: `/cy`."""
    return [f"/{code}" for code in _prefixes()]


def _prefixes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
