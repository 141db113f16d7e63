"""An index that is followed by hand: built, brought forward and compared within one test."""

from collections.abc import Callable, Iterator

import pytest

import search.engines
from search.indexing.drain import Outcomes, drain
from search.indexing.gate import GateReport
from search.indexing.lease import Lease, lease_on, position_for
from search.indexing.rebuild import rebuild
from search.refresh import gate_report
from tests.search.indexing.breaking import Eventful


@pytest.fixture
def eventful(monkeypatch: pytest.MonkeyPatch) -> Eventful:
    """The engine of everything in this test."""
    made = Eventful()
    for module in ("search.refresh", "search.indexing.worker"):
        monkeypatch.setattr(f"{module}.get_engine", lambda: made)
    monkeypatch.setattr("search.refresh.engines_to_follow", lambda: (made,))
    monkeypatch.setattr(search.engines, "get_engine", lambda path=None: made)
    return made


@pytest.fixture
def lease(db: None, eventful: Eventful) -> Iterator[Lease]:
    """The engine's lease, held for the whole test."""
    with lease_on(position_for(eventful)) as held:
        assert held is not None
        yield held


@pytest.fixture
def built(eventful: Eventful, lease: Lease) -> Eventful:
    """The engine with an index of what there is, up to date."""
    rebuild(eventful, lease)
    return eventful


@pytest.fixture
def drained(eventful: Eventful, lease: Lease) -> Callable[[], Outcomes]:
    """Bring in what waits."""
    return lambda: drain(eventful, lease)


@pytest.fixture
def compared(eventful: Eventful) -> Callable[[], GateReport]:
    """Compare the index with the catalogue."""
    return gate_report
