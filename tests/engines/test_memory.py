"""The in-memory engine keeps the contract, so that tests of other parts may lean on it."""

from collections.abc import Callable

import pytest

from search.engines.memory import MemoryEngine
from tests.engines.contract import EngineContract, WritingContract


@pytest.fixture(scope="module")
def make() -> Callable[[], MemoryEngine]:
    return MemoryEngine


class TestReading(EngineContract):
    pass


class TestWriting(WritingContract):
    pass
