"""The embedded engine keeps the contract."""

from collections.abc import Callable

import pytest

from search.engines.tantivy import TantivyEngine
from tests.engines.contract import EngineContract, WritingContract


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], TantivyEngine]:
    return lambda: TantivyEngine(tmp_path_factory.mktemp("index") / "tantivy")


class TestReading(EngineContract):
    pass


class TestWriting(WritingContract):
    pass
