"""Whatever lies outside of a process has a twin that needs nothing, and twins take and give the same.

That they behave alike is held by contract suites: `tests/engines/contract.py`, `tests/cms/geo/test_geocode.py`,
`tests/fetching/test_fetching.py`.
"""

import inspect
from typing import Any

import pytest

from cms.geo import geocode
from connector.fetching.base import Fetcher
from connector.fetching.null import NullFetcher
from connector.fetching.over_http import HttpFetcher
from search.engines.base import Engine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.memory import MemoryEngine
from search.engines.tantivy.engine import TantivyEngine
from tests.architecture.tree import files
from tests.fetching.pages import FakeFetcher

# What the product expects, what is real, what needs nothing.
OUTSIDE: dict[str, tuple[type, type, type]] = {
    "geocoder": (geocode.FindingGeocoder, geocode.OfflineGeocoder, geocode.NullGeocoder),
    "a council's own geocoder": (geocode.FindingGeocoder, geocode.CarefulGeocoder, geocode.NullGeocoder),
    "search engine": (Engine, TantivyEngine, MemoryEngine),
    "search server": (Engine, ElasticsearchEngine, MemoryEngine),
    "other websites": (Fetcher, HttpFetcher, NullFetcher),
    "other websites, for tests": (Fetcher, HttpFetcher, FakeFetcher),
}
CONTRACTS = {"tests/engines/contract.py", "tests/cms/geo/test_geocode.py", "tests/fetching/test_fetching.py"}


def promised(protocol: type) -> dict[str, Any]:
    """The methods of a protocol by name."""
    return {name: each for name, each in vars(protocol).items() if inspect.isfunction(each) and name[0] != "_"}


def asked(method: Any) -> list[tuple[str, Any]]:
    """How a method is called: names and kinds of what it takes, those that it must be given apart."""
    given = inspect.signature(method).parameters.values()
    return [(each.name, (each.kind, each.default is inspect.Parameter.empty)) for each in given]


@pytest.mark.parametrize("which", OUTSIDE)
def test_twins_are_called_alike(which: str) -> None:
    protocol, *twins = OUTSIDE[which]
    assert promised(protocol)
    for twin in twins:
        for name, method in promised(protocol).items():
            assert asked(getattr(twin, name)) == asked(method), f"{twin.__name__}.{name}"


def test_twins_are_held_to_one_suite() -> None:
    assert set(files()) >= CONTRACTS
