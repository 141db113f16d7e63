"""The tests' own embedder keeps the contract."""

import pytest

from search.meaning.base import Embedder
from tests.meaning.contract import EmbedderContract
from tests.meaning.fake import StemEmbedder


class TestStemEmbedder(EmbedderContract):
    @pytest.fixture
    def embedder(self) -> Embedder:
        return StemEmbedder()
