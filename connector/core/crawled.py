"""What search engines are asked to leave alone, and the one address of each page that they may keep.

Invariant: written once. What `robots.txt` closes has no canonical address, and what is open has one that holds nothing
of where a reader came from.
"""

import re
from typing import Any, Final

from django.conf import settings
from django.core.paginator import Page
from django.http import HttpRequest

from connector.core.languages import prefixes, without_language

# Beginnings of paths; a star is anything. Pages of one person, doors, endless states and what programs ask.
CLOSED: Final = (
    *("/admin/", "/account/", "/link/", "/my-listings/", "/match/", "/list/", "/at-a-glance/", "/demonstration/"),
    *("/listing/", "/listings/*/wrong/", "/listings/*/look-after/", "/list-your-group/*/", "/share-something/*/"),
    *("/api/", "/map/", "/documents/", "/gallery/", "/health/", "/metrics", "/embed/", "/screen/"),
)
# A search that was narrowed is one of millions: its page says which is the whole one, and is not walked through.
NARROWED: Final = "/search/?*"
_CLOSED: Final = re.compile("|".join(re.escape(each).replace(r"\*", ".*") for each in CLOSED))


def is_open(path: str) -> bool:
    """Whether a search engine may keep the page at this path."""
    return _CLOSED.match(without_language(path)) is None


def canonical(request: HttpRequest, said: str, page: Any) -> str:
    """The whole address of this page without anything that does not change it; nothing for a page that is closed."""
    own = own_address(request, said, page)
    return f"{settings.CONNECTOR_BASE_URL}{own}" if own else ""


def own_address(request: HttpRequest, said: str, page: Any) -> str:
    """The path and query of `canonical`.

    `said`: the path and query that the page itself calls its own, if it does. `page`: which page of a list this is.
    """
    if not is_open(request.path):
        return ""
    own = said or request.path
    if not said and isinstance(page, Page) and page.number > 1:
        own = f"{own}?page={page.number}"
    return own


def closed() -> list[str]:
    """Beginnings of paths that are closed, in every language; a narrowed search among them."""
    plain = (*CLOSED, NARROWED)
    return [f"{prefix}{path}" for prefix in ("", *prefixes()) for path in plain]
