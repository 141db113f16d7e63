"""Which fetcher is used here, and who it says that it is."""

from typing import Final

from django.conf import settings
from django.utils.module_loading import import_string

from connector.council.current import council
from connector.fetching.base import Fetcher
from connector.fetching.null import NullFetcher
from connector.fetching.over_http import HttpFetcher

PRODUCT: Final = "Connector"
"""The name by which a robots.txt may speak to us."""


def fetcher() -> Fetcher:
    """As `CONNECTOR_FETCHER` names it: something that is called with nothing and gives a fetcher."""
    found: Fetcher = import_string(settings.CONNECTOR_FETCHER)()
    return found


def http_fetcher() -> Fetcher:
    return HttpFetcher(our_name())


def null_fetcher() -> Fetcher:
    return NullFetcher()


def our_name() -> str:
    """Product, whose directory it is, and where to find out more: "Connector (Tenterclough; +https://…)"."""
    name = council().directory.encode("ascii", "ignore").decode().translate({ord(each): None for each in "();\r\n"})
    return f"{PRODUCT} ({' '.join(name.split())}; +{settings.CONNECTOR_BASE_URL}/)"
