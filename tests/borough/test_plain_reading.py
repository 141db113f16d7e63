"""The whole borough and a thousand real listings: every engine against a plain reading of the database."""

import gzip
import itertools
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest
import time_machine
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from cms.geo.effort import Way
from cms.models import Area
from search.documents import documents
from search.eligibility import eligible
from search.engines import get_engine
from search.engines.base import Engine, batched
from search.engines.tantivy.engine import TantivyEngine
from search.facets import COSTS
from search.finder import RESCORED, asked, find, understood
from search.gathering import gather
from search.interests import vocabulary
from search.questions import Question, Wishes
from search.refresh import rebuild_index
from search.rescoring import rescore
from search.strengths import strengths
from search.types import DAYS, PARTS, Order, Point, SearchRequest, WantedInterest, WeightedTerm
from tests.borough.case import NOW, WORKER, BoroughCase
from tests.borough.plain_ranking import PlainRanking
from tests.borough.plain_reading import PlainReading

pytestmark = pytest.mark.wide
LISTINGS = Path(__file__).parents[2] / "connector" / "intake" / "listings"
MINUTE = int(NOW.timestamp() // 60)
EXAMPLES = 120
POINTS = (Point(53.7335, -2.0445), Point(53.424, -2.322), Point(51.5, -0.12), Point(55.95, -3.19))
WORDS = ("sew", "choir", "garden", "church", "child", "art", "walk", "tea", "football", "music")
PHRASES = (
    "sewing",
    "embroidary",
    "used to be a joiner",
    "choir",
    "church",
    "children",
    "coffee and a chat",
    "football",
)
CODES = ("embroidery", "badminton", "gardening", "brass-band", "coffee-mornings")


SUBJECTS = ("step_free", "toilet", "hearing_loop", "parking")
TODAY = MINUTE // 1440


def _seldom(values: st.SearchStrategy[Any], nothing: Any) -> st.SearchStrategy[Any]:
    return st.one_of(st.just(nothing), st.just(nothing), values)


CHOSEN = {
    "costs": _seldom(st.frozensets(st.sampled_from(COSTS), max_size=2), frozenset()),
    "access": _seldom(st.frozensets(st.sampled_from(SUBJECTS), max_size=2), frozenset()),
    "audience": _seldom(st.frozensets(st.sampled_from(("older", "families", "men")), max_size=2), frozenset()),
}
CHOICES = st.fixed_dictionaries(CHOSEN)
FACTS = st.fixed_dictionaries(
    {
        **CHOSEN,
        # Places in the list of codes, which are not known before the borough is there.
        "areas": _seldom(st.frozensets(st.integers(0, 3), max_size=2), frozenset()),
        "fresh_since": _seldom(st.integers(TODAY - 300, TODAY), None),
    }
)


@st.composite
def requests(draw: st.DrawFn, *, words: bool) -> SearchRequest:
    """Filters, a circle, an order; with words, a few stems and concepts."""
    near = draw(st.none() | st.sampled_from(POINTS))
    some = st.lists(st.sampled_from(WORDS), max_size=3, unique=True) if words else st.just([])
    codes = st.lists(st.sampled_from(CODES), max_size=2, unique=True) if words else st.just([])
    return SearchRequest(
        terms=tuple(WeightedTerm((stem,)) for stem in draw(some)),
        wanted=tuple(WantedInterest(code) for code in draw(codes)),
        near=near,
        radius_m=draw(st.none() | st.floats(200, 80_000)) if near else None,
        kinds=draw(st.frozensets(st.sampled_from(("group", "place", "activity", "offer", "online")), max_size=2)),
        interests=draw(st.frozensets(st.sampled_from((*CODES, "crafts", "singing-and-playing")), max_size=1)),
        days=draw(st.frozensets(st.sampled_from(DAYS), max_size=2)),
        parts=draw(st.frozensets(st.sampled_from(PARTS), max_size=1)),
        **draw(FACTS),
        for_workers=draw(st.booleans()),
        everywhere=draw(st.booleans()),
        order=draw(st.sampled_from((Order.RELEVANCE, Order.NEAREST, Order.SOONEST))),
    )


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A few words or a note, with or without a place, filters and wishes; the first two hundred are asked for."""
    near = draw(st.none() | st.sampled_from(POINTS))
    visit = draw(st.booleans())
    slots = st.frozensets(st.sampled_from(("tue-afternoon", "sat-morning", "thu-evening")), max_size=2)
    wishes = Wishes(
        slots=draw(slots),
        minutes=draw(st.none() | st.integers(5, 60)),
        way=Way(draw(st.sampled_from(("foot", "bus", "car")))),
    )
    return Question(
        text=" ".join(draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=3, unique=True))),
        near=near,
        radius_m=draw(st.none() | st.floats(500, 80_000)) if near else None,
        kinds=draw(st.frozensets(st.sampled_from(("group", "activity", "service")), max_size=2)),
        **draw(CHOICES),
        wishes=wishes if visit else None,
        limit=RESCORED,
    )


def _tantivy(folder: str) -> Engine:
    engine = TantivyEngine(Path(folder) / "tantivy")
    generation = engine.start_generation()
    for batch in batched(document for document, _ in documents(eligible(), today=NOW.date())):
        engine.write(batch, generation=generation)
    engine.promote(generation)
    return engine


class TestPlainReading(BoroughCase, HypothesisTestCase):
    """Memory and tantivy side by side, over the same rows."""

    plain: ClassVar[PlainReading]
    ranking: ClassVar[PlainRanking]
    engines: ClassVar[tuple[Engine, ...]]

    @classmethod
    def setUpTestData(cls) -> None:
        with time_machine.travel(NOW, tick=False):
            super().setUpTestData()
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "thousand.jsonl"
                with gzip.open(LISTINGS / "ccby_ukcat_charities.jsonl.gz", "rt", encoding="utf-8") as rows:
                    file.write_text("".join(itertools.islice(rows, 1_000)), encoding="utf-8")
                call_command("import_listings", str(file), "--publish", verbosity=0)
            rebuild_index(lambda text: None)

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        # Not in `setUpTestData`, which would hand every test a copy of an engine.
        cls.plain, cls.ranking = PlainReading(NOW), PlainRanking(NOW)
        cls.engines = (get_engine(), _tantivy(cls.enterClassContext(tempfile.TemporaryDirectory())))

    def check(self, request: SearchRequest) -> None:
        codes = sorted(Area.objects.values_list("code", flat=True))
        request = replace(request, areas=frozenset(codes[place] for place in request.areas))
        counts = self.plain.counts(request)
        expected = self.plain.found(request)
        ordered = request.order is Order.SOONEST or (request.order is Order.NEAREST and request.near is not None)
        for engine in self.engines:
            answer = engine.search(request, now=MINUTE, wanted=2_000)
            assert answer.total == len(expected), engine.name
            assert (list(answer.ids) if ordered else sorted(answer.ids)) == expected, engine.name
            assert {name: dict(values) for name, values in answer.facets.items()} == counts, engine.name
            pages = [engine.search(request, now=MINUTE, wanted=40, offset=at).ids[:40] for at in range(0, 400, 40)]
            assert [pk for page in pages for pk in page] == list(answer.ids[:400]), engine.name

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
    @given(requests(words=False))
    def test_filters_circles_and_orders(self, request: SearchRequest) -> None:
        self.check(request)

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
    @given(requests(words=True))
    def test_words_and_concepts(self, request: SearchRequest) -> None:
        self.check(request)

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
    @given(questions())
    def test_the_first_two_hundred_for_words_are_in_the_order_of_the_ranking(self, question: Question) -> None:
        reading = understood(question, vocabulary(), get_engine())
        request = asked(question, reading, vocabulary(), WORKER, MINUTE)
        expected = set(self.plain.found(request))
        for engine in self.engines:
            chosen = engine.search(request, now=MINUTE, wanted=RESCORED).ids[:RESCORED]
            # Where fewer match than are scored, the engine has no say at all.
            assert set(chosen) == expected if len(expected) <= RESCORED else expected.issuperset(chosen), engine.name
            ranked = rescore(question, request, reading, chosen, vocabulary(), MINUTE)
            assert [each.asset_id for each in ranked] == self.ranking.ordered(question, request, reading, chosen)
        shown = [hit.asset_id for hit in find(question, viewer=WORKER, now=NOW).hits]
        first = get_engine().search(request, now=MINUTE, wanted=RESCORED)
        ids: Sequence[int] = first.ids[:RESCORED]
        if question.wishes is not None:
            wished = strengths(reading, vocabulary())
            ids = gather(get_engine(), request, first, wished, reading.stage, now=MINUTE, most=RESCORED)
        assert shown == self.ranking.ordered(question, request, reading, ids)[: question.limit]
