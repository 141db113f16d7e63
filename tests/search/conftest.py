"""A search server with an engine that stands in for it, and a breaker that looks again when the test says so."""

import socket
from collections.abc import Callable, Iterator
from threading import Event
from typing import cast

import pytest
from pytest_django import Settings

from search.engines import engine_for_searches, reset_engine
from search.engines.breaker import Breaker
from search.engines.spare import EngineWithSpare
from search.types import SearchRequest
from tests.engines.shared import SharedEngine
from tests.waiting import until

PATIENCE_SECONDS = 10.0


@pytest.fixture
def server(settings: Settings) -> Iterator[SharedEngine]:
    """The engine that all hosts share, up and empty; the one in memory stands in for it."""
    settings.CONNECTOR_SEARCH_ENGINE = "tests.engines.shared"
    settings.CONNECTOR_SEARCH_SPARE = "search.engines.memory"
    reset_engine()
    pair = cast(EngineWithSpare, engine_for_searches())
    made = cast(SharedEngine, pair.main)
    pair.breaker, again = _by_hand(lambda: made.search(SearchRequest(), now=0))
    yield made
    made.away = False
    again.set()
    until(lambda: pair.breaker.closed)


@pytest.fixture
def nobody_there(settings: Settings) -> Iterator[None]:
    """Elasticsearch is configured, and nobody listens where it should be: the real client, refused."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.elasticsearch"
    settings.CONNECTOR_SEARCH_SPARE = "search.engines.memory"
    settings.CONNECTOR_ELASTICSEARCH = {
        "urls": (f"http://127.0.0.1:{port}",),
        "user": "connector",
        "password": "s3cret",
    }
    reset_engine()
    pair = cast(EngineWithSpare, engine_for_searches())
    seen_well: list[bool] = []
    pair.breaker, again = _by_hand(lambda: seen_well or 1 / 0)
    yield
    seen_well.append(True)
    again.set()
    until(lambda: pair.breaker.closed)


def _by_hand(probe: Callable[[], object]) -> tuple[Breaker, Event]:
    """A breaker that looks once, and once more when the event is set."""
    again = Event()
    return Breaker(probe, lambda seconds: again.wait(PATIENCE_SECONDS)), again
