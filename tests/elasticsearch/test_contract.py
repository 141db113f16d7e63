"""Elasticsearch keeps the contract that the embedded engine and the one in memory keep, in one part and in three."""

from collections.abc import Iterator

import pytest

from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.options import Options
from tests.elasticsearch.conftest import PATIENT, Make, drop
from tests.engines.contract import EngineContract, WritingContract

pytestmark = pytest.mark.elasticsearch


class TestReading(EngineContract):
    pass


class TestReadingInThreeParts(EngineContract):
    """What a country needs, tried on a few listings."""

    @pytest.fixture(scope="class")
    @classmethod
    def make(cls, urls: tuple[str, ...]) -> Iterator[Make]:
        options = Options(urls=urls, prefix="test-parts", shards=3, search_seconds=PATIENT)
        drop(options)
        yield lambda: ElasticsearchEngine(options)
        drop(options)


class TestWriting(WritingContract):
    pass
