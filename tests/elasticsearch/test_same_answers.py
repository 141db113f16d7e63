"""Two hundred questions over the borough, asked of both engines through the one door: the same answers.

What they are made of: the vocabulary's own words, alone, in pairs and in sentences, with and without a place and a
time, and words that stand in listings.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import patch

import pytest
from django.test import override_settings

from cms.models import Asset
from search.documents import documents
from search.eligibility import eligible
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.options import Options
from search.finder import find
from search.indexing.drain import today
from search.interests import vocabulary
from search.questions import Question
from search.types import DAYS, PARTS, Order
from tests.borough.case import NOW, WORKER, BoroughCase
from tests.elasticsearch.conftest import drop
from tests.engines.contract import filled

pytestmark = pytest.mark.elasticsearch
QUESTIONS = 200
SHOWN = 10


@pytest.fixture(autouse=True)
def _index_of_its_own() -> None:
    """Takes the place of the fixture of the same name: `BoroughCase` looks after the index."""


@override_settings(CONNECTOR_SEARCH_ENGINE="search.engines.tantivy")
class TestSameAnswers(BoroughCase):
    engine: ElasticsearchEngine

    @pytest.fixture(autouse=True)
    def _both(self, urls: tuple[str, ...]) -> Iterator[None]:
        options = Options(urls=urls, prefix="test-borough", search_seconds=30.0)
        drop(options)
        # Dates counted from the day that the embedded index counts from, whatever day it is when this runs.
        kept = [document for document, _ in documents(eligible(), today=today())]
        self.engine = filled(lambda: ElasticsearchEngine(options), kept)
        yield
        drop(options)

    def test_first_three_and_nine_of_ten(self) -> None:
        different, poor = [], []
        for question in self._questions():
            own = find(question, viewer=WORKER, now=NOW)
            with patch("search.finder.engine_for_searches", lambda: self.engine):
                theirs = find(question, viewer=WORKER, now=NOW)
            assert own.total == theirs.total, question
            assert own.facets == theirs.facets, question
            mine, other = [hit.asset_id for hit in own.hits], [hit.asset_id for hit in theirs.hits]
            if mine[:3] != other[:3]:
                different.append(question)
            if len(set(mine) & set(other)) < 0.9 * len(mine):
                poor.append(question)
        assert different == []
        assert len(poor) <= 0.05 * QUESTIONS

    def _questions(self) -> Iterator[Question]:
        draw = random.Random(20261124)
        labels = sorted({concept.label for concept in vocabulary().concepts.values()})
        spoken = sorted({word for text in Asset.objects.values_list("summary", flat=True) for word in text.split()})
        for number in range(QUESTIONS):
            one, other, word = draw.choice(labels), draw.choice(labels), draw.choice(spoken)
            text = (one, f"{one} {other}", f"likes {one} and {other}, used to go with {word}", word)[number % 4]
            question = Question(text=text, limit=SHOWN, near=self.home if number % 3 else None)
            if number % 5 == 0:
                question = replace(question, days=frozenset({draw.choice(DAYS)}), parts=frozenset({draw.choice(PARTS)}))
            if number % 7 == 0:
                question = replace(question, radius_m=3_000.0, order=draw.choice(list(Order)))
            yield question
