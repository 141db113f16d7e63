"""The in-memory engine keeps the contract, so that tests of other parts may lean on it."""

from collections.abc import Callable

import pytest

from search.engines.matching import is_in_reach, metres_between
from search.engines.memory import MemoryEngine
from search.types import SearchRequest
from tests.engines.contract import EngineContract, WritingContract
from tests.engines.edges import MANCHESTER, SALE, document


@pytest.fixture(scope="module")
def make() -> Callable[[], MemoryEngine]:
    return MemoryEngine


class TestReading(EngineContract):
    pass


class TestWriting(WritingContract):
    pass


@pytest.mark.parametrize(("more", "expected"), [(-0.001, False), (0.0, True), (0.001, True)])
def test_the_edge_of_the_circle_is_in_reach(more: float, expected: bool) -> None:
    radius_m = metres_between(MANCHESTER, SALE) + more
    assert (
        is_in_reach(document(1, "Sale", points=(SALE,)), SearchRequest(near=MANCHESTER, radius_m=radius_m)) is expected
    )
