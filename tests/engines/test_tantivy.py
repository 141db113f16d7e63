"""The embedded engine keeps the contract, both ways: with few listings it names ids, with many it asks by squares."""

from collections.abc import Callable

import pytest

from search.engines.tantivy import TantivyEngine
from search.engines.tantivy.finding import Thresholds
from tests.engines.contract import EngineContract, WritingContract

Make = Callable[[], TantivyEngine]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    return lambda: TantivyEngine(tmp_path_factory.mktemp("index") / "tantivy")


class TestReading(EngineContract):
    pass


class TestReadingAsIfLarge(EngineContract):
    """The ways for large indexes, tried on a small one."""

    @pytest.fixture(scope="class")
    @classmethod
    def make(cls, tmp_path_factory: pytest.TempPathFactory) -> Make:
        large = Thresholds(few_rows=4, few_hits=2, loose_points=25)
        return lambda: TantivyEngine(tmp_path_factory.mktemp("large") / "tantivy", large)


class TestWriting(WritingContract):
    pass
