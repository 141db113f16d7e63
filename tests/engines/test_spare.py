"""An engine with a spare, decided without a server: who is asked, how often, and what the answer says."""

from threading import Event
from typing import Any

import pytest

from search.engines.base import EngineUnavailable, RequestRefused
from search.engines.breaker import PROBE_SECONDS, Breaker
from search.engines.memory import MemoryEngine
from search.engines.spare import EngineWithSpare
from search.types import Candidates, SearchRequest
from tests.engines.contract import filled
from tests.engines.requests import DOCUMENTS
from tests.waiting import until

PATIENCE_SECONDS = 10.0
ANY = SearchRequest()


class Away(MemoryEngine):
    """An engine that is away when it is told to be."""

    def __init__(self) -> None:
        super().__init__()
        self.problem: Exception | None = None
        self.asked = 0

    def search(self, *given: Any, **named: Any) -> Candidates:
        self.asked += 1
        if self.problem is not None:
            raise self.problem
        return super().search(*given, **named)


@pytest.fixture
def main() -> Away:
    engine = Away()
    filled(lambda: engine, DOCUMENTS[:20])
    return engine


@pytest.fixture
def waited() -> list[float]:
    return []


@pytest.fixture
def pair(main: Away, waited: list[float]) -> EngineWithSpare:
    """The breaker looks once, waits, and looks again when the test puts things right."""
    made = EngineWithSpare(main, filled(MemoryEngine, DOCUMENTS[:20]))
    looked = Event()

    def wait(seconds: float) -> None:
        waited.append(seconds)
        assert looked.wait(PATIENCE_SECONDS)

    made.breaker = Breaker(lambda: main.search(ANY, now=0), wait)
    made.look_again = looked  # type: ignore[attr-defined]
    return made


def test_main_answers_while_it_can(pair: EngineWithSpare, main: Away) -> None:
    found = pair.search(ANY, now=0)
    assert not found.degraded
    assert found == main.search(ANY, now=0)


def test_after_one_failure_the_spare_answers_and_main_is_left_alone(
    pair: EngineWithSpare, main: Away, waited: list[float]
) -> None:
    whole = pair.search(ANY, now=0)
    main.problem = EngineUnavailable("away")
    first = pair.search(ANY, now=0)
    assert first.degraded
    assert (first.ids, first.total, first.facets) == (whole.ids, whole.total, whole.facets)
    until(lambda: bool(waited), seconds=5.0)
    before = main.asked
    assert pair.search(ANY, now=0) == first
    assert main.asked == before
    assert waited == [PROBE_SECONDS]
    main.problem = None
    pair.look_again.set()  # type: ignore[attr-defined]
    until(lambda: pair.breaker.closed, seconds=5.0)
    assert pair.search(ANY, now=0) == whole
    assert pair.breaker.opened == 1


def test_one_request_that_is_refused_is_answered_by_the_spare_alone(pair: EngineWithSpare, main: Away) -> None:
    main.problem = RequestRefused("too long")
    assert pair.search(ANY, now=0).degraded
    main.problem = None
    assert not pair.search(ANY, now=0).degraded
    assert pair.breaker.opened == 0


def test_without_an_index_of_its_own_the_spare_says_so(main: Away) -> None:
    pair = EngineWithSpare(main, MemoryEngine(), Breaker(lambda: None, lambda seconds: None))
    main.problem = EngineUnavailable("away")
    with pytest.raises(EngineUnavailable, match="search_rebuild"):
        pair.search(ANY, now=0)
