"""What every engine must do, as tests that each engine's own file inherits.

Give a `make` fixture: a function without arguments that returns a new engine with nothing in it. Scope it by class.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.base import Engine, EngineUnavailable
from search.facets import GROUPS, fresh_since
from search.stems import stems
from search.types import AssetDocument, Candidates, Order, SearchRequest, WeightedTerm
from tests.engines import brute, edges
from tests.engines.listings import FIRST_ID
from tests.engines.requests import DOCUMENTS, NOWS, STARTS, requests, requests_around
from tests.examples import examples

ALL = 10_000
# Which of the documents made by hand hold the words side by side.
PHRASES = [
    ("walking football", {3}),
    ("football walk", set()),
    ("allotment society", {34}),
    ("tea dance", {6, 7}),
    ("dance tea", {6}),
    ("bread bread butter", {26}),
    ("butter bread butter", {26}),
    ("butter butter", set()),
    ("willow weaver", {1}),
    ("welcome bring gloves", {1}),
    ("baskets beginners", set()),
    ("cafe zoe", {10, 11}),
    ("women's choir", {12}),
    ("board game", {19}),
    ("last last", set()),
    ("gap pipe", {31}),
    ("morning walking football", set()),
    ("for tea tea", set()),
    ("tea tea tea", {9}),
    ("dance tea dance", set()),
    ("crossed allotment society", set()),
]
WORDS = sorted(brute.frequencies(DOCUMENTS))
PREFIXES = ("wal", "tea", "café", "cafe z", "same", "st", "the", "fri", "zzz", "", " ", "'", "club 50", "太", "c.*")
Make = Callable[[], Engine]
# One class of tests runs for several engines, which is what a contract is for.
drawn = settings(
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)


def filled(make: Make, documents: Iterable[AssetDocument]) -> Engine:
    """An engine that answers with these documents."""
    engine = make()
    generation = engine.start_generation()
    engine.write(list(documents), generation=generation)
    engine.promote(generation)
    return engine


@lru_cache(maxsize=1000)
def plainly_expected(request: SearchRequest) -> dict[int, AssetDocument]:
    """Read once for all engines: each is asked the same requests."""
    return brute.expected(DOCUMENTS, request)


@lru_cache(maxsize=1000)
def plainly_counted(request: SearchRequest, now: int) -> dict[str, dict[str, int]]:
    return brute.counts(DOCUMENTS, request, now)


class EngineContract:
    """Reading: sets, totals, orders, counts, pages and words, compared with the plain reading of the documents."""

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls, make: Make) -> Engine:
        return filled(make, DOCUMENTS)

    @given(request=requests(), now=NOWS)
    @settings(drawn, max_examples=examples(150))
    def test_finds_what_a_plain_reading_finds(self, engine: Engine, request: SearchRequest, now: int) -> None:
        assert_as_expected(engine, request, now)

    @given(request=requests_around(), now=NOWS)
    @settings(drawn, max_examples=examples(100))
    def test_finds_what_lies_around(self, engine: Engine, request: SearchRequest, now: int) -> None:
        assert_as_expected(engine, request, now)

    @given(request=requests(), now=NOWS, group=st.sampled_from(sorted(GROUPS)))
    @settings(drawn, max_examples=examples(60))
    def test_a_count_says_how_many_there_are_when_it_is_followed(
        self, engine: Engine, request: SearchRequest, now: int, group: str
    ) -> None:
        for value, count in list(engine.search(request, now=now).facets[group].items())[:3]:
            assert engine.search(followed(request, group, value, now), now=now).total == count, (group, value)

    @given(request=requests(), size=st.integers(1, 60), now=NOWS)
    @settings(drawn, max_examples=examples(60))
    def test_pages_neither_repeat_nor_drop(self, engine: Engine, request: SearchRequest, size: int, now: int) -> None:
        whole = engine.search(request, now=now, wanted=ALL)
        paged: list[int] = []
        for offset in range(0, min(whole.total, 5 * size) + 1, size):
            page = engine.search(request, now=now, wanted=size, offset=offset, counting=tuple(GROUPS))
            assert page.total == whole.total
            assert page.facets == whole.facets
            paged.extend(page.ids)
        assert tuple(paged) == whole.ids[: len(paged)]
        assert len(paged) >= min(whole.total, 5 * size)

    @pytest.mark.parametrize("order", [Order.NEAREST, Order.SOONEST])
    @pytest.mark.parametrize("now", STARTS[::60])
    def test_a_short_page_is_the_beginning_of_a_long_one(self, engine: Engine, order: Order, now: int) -> None:
        request = SearchRequest(terms=(WeightedTerm(("the",)),), near=edges.SALE, order=order)
        whole = engine.search(request, now=now, wanted=ALL)
        assert_order(whole, request, now)
        for size in (1, 2, 5, 20):
            assert engine.search(request, now=now, wanted=size).ids == whole.ids[:size]

    @given(request=requests())
    @settings(drawn, max_examples=examples(25))
    def test_a_second_look_is_the_same(self, engine: Engine, request: SearchRequest) -> None:
        assert engine.search(request, now=5) == engine.search(request, now=5)

    @pytest.mark.parametrize(("phrase", "expected"), PHRASES)
    def test_finds_a_phrase_within_one_text_only(self, engine: Engine, phrase: str, expected: set[int]) -> None:
        found = engine.search(SearchRequest(terms=(WeightedTerm(stems(phrase)),)), now=0, wanted=ALL)
        assert {asset_id for asset_id in found.ids if asset_id < FIRST_ID} == expected

    def test_a_term_without_stems_finds_nothing(self, engine: Engine) -> None:
        assert engine.search(SearchRequest(terms=(WeightedTerm(()),)), now=0).total == 0

    def test_hands_over_at_least_two_hundred(self, engine: Engine) -> None:
        found = engine.search(SearchRequest(for_workers=True), now=0)
        assert len(found.ids) >= 200
        assert found.total == len(DOCUMENTS)

    @given(st.sampled_from(sorted({stem for text in brute.all_stems(DOCUMENTS) for stem in text})))
    @settings(drawn, max_examples=examples(40))
    def test_knows_in_how_many_documents_a_stem_stands(self, engine: Engine, stem: str) -> None:
        assert engine.holds(stem) == sum(stem in held for held in brute.all_stems(DOCUMENTS))

    def test_holds_no_word_that_nobody_wrote(self, engine: Engine) -> None:
        assert engine.holds("xyzzy") == 0
        assert engine.holds("|") == 0

    @given(
        word=st.sampled_from(sorted(brute.frequencies(DOCUMENTS))), letter=st.sampled_from("aeioutrsné"), data=st.data()
    )
    @settings(drawn, max_examples=examples(25))
    def test_offers_words_within_a_slip(self, engine: Engine, word: str, letter: str, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(word)))
        added, left_out = word[:place] + letter + word[place:], word[:place] + word[place + 1 :]
        typed = data.draw(st.sampled_from((added, left_out, _swapped(word, place))))
        assert engine.spellings(typed, limit=ALL) == brute.spellings(DOCUMENTS, typed)
        assert engine.spellings(typed, limit=2) == brute.spellings(DOCUMENTS, typed)[:2]

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("photograhpy", "photography"),
            ("kniting", "knitting"),
            ("fotball", "football"),
            ("coir", "choir"),
            ("befreinding", "befriending"),
            ("kntiteng", "knitting"),
        ],
    )
    def test_offers_what_was_meant(self, engine: Engine, typed: str, meant: str) -> None:
        assert meant in dict(engine.spellings(typed))

    def test_forgives_a_short_word_one_slip_only(self, engine: Engine) -> None:
        assert "knitting" not in dict(engine.spellings("kntitng", limit=ALL))

    @pytest.mark.parametrize("prefix", PREFIXES)
    def test_suggests_names(self, engine: Engine, prefix: str) -> None:
        assert engine.suggest(prefix, limit=ALL) == brute.suggestions(DOCUMENTS, prefix)
        assert engine.suggest(prefix) == brute.suggestions(DOCUMENTS, prefix)[:8]

    def test_suggests_nothing_that_is_for_workers(self, engine: Engine) -> None:
        assert engine.suggest("staff") == ()

    def test_keeps_the_digest_of_every_document(self, engine: Engine) -> None:
        assert sorted(engine.digests()) == sorted((document.asset_id, document.digest) for document in DOCUMENTS)


class WritingContract:
    """Writing: what changes, what stays, and generations."""

    @pytest.fixture
    def engine(self, make: Make) -> Engine:
        return filled(make, DOCUMENTS[:40])

    def test_the_same_batch_twice_is_the_same_as_once(self, engine: Engine) -> None:
        before = seen(engine)
        engine.write(DOCUMENTS[:40])
        assert seen(engine) == before

    def test_a_replaced_document_is_found_by_its_new_words_only(self, engine: Engine) -> None:
        old = DOCUMENTS[0]
        new = replace(old, name="Zither circle", summary="", description="", interests=("zither",), digest="new")
        engine.write([new])
        assert (engine.holds("weaver"), engine.holds("zither")) == (0, 1)
        assert engine.suggest("zith") == ("Zither circle",)
        assert engine.suggest("willow") == ()
        assert dict(engine.spellings("zithers")) == {"zither": 1}
        assert dict(engine.digests())[old.asset_id] == "new"
        assert engine.search(SearchRequest(), now=0).facets["interest"] == {"zither": 1}

    def test_a_dropped_document_is_gone(self, engine: Engine) -> None:
        engine.write([], deleted=[DOCUMENTS[0].asset_id, 999_999])
        assert DOCUMENTS[0].asset_id not in dict(engine.digests())
        assert engine.search(SearchRequest(for_workers=True), now=0).total == 39
        assert engine.suggest("willow") == ()

    def test_the_last_of_two_with_one_id_stays(self, engine: Engine) -> None:
        engine.write([replace(DOCUMENTS[0], name="First"), replace(DOCUMENTS[0], name="Second")], deleted=[1])
        assert engine.suggest("fir") == ()
        assert engine.suggest("sec") == ("Second",)

    def test_writes_in_pieces_end_as_one_batch(self, make: Make) -> None:
        whole, pieces = filled(make, DOCUMENTS[:120]), filled(make, DOCUMENTS[100:120])
        pieces.write(DOCUMENTS[200:230])
        pieces.write(DOCUMENTS[:60], deleted=[document.asset_id for document in DOCUMENTS[200:230]])
        pieces.write(DOCUMENTS[50:100])
        assert seen(pieces) == seen(whole)

    def test_equal_answers_come_by_id_however_they_were_written(self, engine: Engine) -> None:
        alike = [replace(DOCUMENTS[0], asset_id=asset_id, name="Zither circle") for asset_id in range(2001, 2041)]
        for start in (30, 20, 10, 0):
            engine.write(alike[start : start + 10][::-1])
        request = SearchRequest(terms=(WeightedTerm(("zither",)),))
        assert engine.search(request, now=0, wanted=3).ids == (2001, 2002, 2003)
        assert engine.search(request, now=0, wanted=3, offset=37).ids == (2038, 2039, 2040)

    def test_nothing_to_write_changes_nothing(self, engine: Engine) -> None:
        before = seen(engine)
        engine.write([])
        assert seen(engine) == before

    def test_a_generation_is_seen_when_it_is_promoted(self, engine: Engine) -> None:
        before = seen(engine)
        old = engine.live_generation()
        new = engine.start_generation()
        assert list(engine.digests(generation=new)) == []
        engine.write(DOCUMENTS[40:50], generation=new)
        assert sorted(asset_id for asset_id, _ in engine.digests(generation=new)) == ids(DOCUMENTS[40:50])
        assert seen(engine) == before
        assert engine.live_generation() == old != new
        engine.promote(new)
        assert engine.live_generation() == new == engine.search(SearchRequest(for_workers=True), now=0).generation
        assert seen(engine) == sorted((document.asset_id, document.digest) for document in DOCUMENTS[40:50])

    def test_one_that_was_begun_can_be_gone_on_with_until_another_is(self, make: Make) -> None:
        engine = filled(make, DOCUMENTS[:5])
        live, begun = engine.live_generation(), engine.start_generation()
        engine.write(DOCUMENTS[5:8], generation=begun)
        assert engine.has_generation(begun)
        assert live is not None
        assert engine.has_generation(live)
        assert not engine.has_generation("of-another-layout")
        engine.write(DOCUMENTS[8:10], generation=begun)
        other = engine.start_generation()
        assert [engine.has_generation(each) for each in (live, begun, other)] == [True, False, True]
        assert seen(engine) == sorted((document.asset_id, document.digest) for document in DOCUMENTS[:5])

    def test_a_generation_that_was_replaced_takes_no_more_writes(self, engine: Engine) -> None:
        old, new = engine.live_generation(), engine.start_generation()
        engine.promote(new)
        with pytest.raises(EngineUnavailable):
            engine.write(DOCUMENTS[:1], generation=old)
        with pytest.raises(EngineUnavailable):
            engine.promote(old)

    def test_an_empty_generation_answers_with_nothing(self, make: Make) -> None:
        engine = filled(make, ())
        found = engine.search(SearchRequest(order=Order.SOONEST), now=0)
        assert (found.ids, found.total) == ((), 0)
        assert all(values == {} for values in found.facets.values())
        assert engine.suggest("a") == ()
        assert engine.spellings("a") == ()

    def test_before_the_first_build_it_says_what_to_do(self, make: Make) -> None:
        engine = make()
        assert engine.live_generation() is None
        for ask in (
            lambda: engine.search(SearchRequest(), now=0),
            lambda: engine.suggest("a"),
            lambda: engine.spellings("a"),
            lambda: engine.holds("a"),
            lambda: list(engine.digests()),
            lambda: engine.write(DOCUMENTS[:1]),
        ):
            with pytest.raises(EngineUnavailable, match="search_rebuild"):
                ask()

    def test_refresh_is_harmless(self, engine: Engine) -> None:
        before = seen(engine)
        engine.refresh()
        assert seen(engine) == before


def ids(documents: Iterable[AssetDocument]) -> list[int]:
    return sorted(document.asset_id for document in documents)


def seen(engine: Engine) -> list[tuple[int, str]]:
    """What is kept; every document kept must also be found, once."""
    kept = sorted(engine.digests())
    found = engine.search(SearchRequest(for_workers=True), now=0, wanted=ALL)
    assert sorted(found.ids) == [asset_id for asset_id, _ in kept]
    assert found.total == len(kept)
    return kept


def followed(request: SearchRequest, group: str, value: str, now: int) -> SearchRequest:
    """The request with the value as the group's only choice, or, of access, with the subject as well."""
    if group == "cost":
        return replace(request, costs=frozenset({value}))
    if group == "access":
        return replace(request, access=request.access | {value})
    if group == "fresh":
        return replace(request, fresh_since=fresh_since(value, now))
    field = {"kind": "kinds", "interest": "interests", "day": "days", "time": "parts", "area": "areas"}
    return replace(request, **{field.get(group, group): frozenset({value})})


def assert_as_expected(engine: Engine, request: SearchRequest, now: int) -> None:
    """The same set, total, counts and order as the plain reading."""
    expected = plainly_expected(request)
    found = engine.search(request, now=now, wanted=ALL)
    assert sorted(found.ids) == sorted(expected)
    assert found.total == len(expected)
    assert {name: dict(values) for name, values in found.facets.items()} == plainly_counted(request, now)
    assert_order(found, request, now)


def assert_order(found: Candidates, request: SearchRequest, now: int) -> None:
    """NEAREST and SOONEST are exact, ties by id; RELEVANCE is the engine's own affair."""
    places = list(_places(found, request, now))
    if not places:
        return
    for (first, one), (second, other) in pairwise(zip(places, found.ids, strict=True)):
        assert first <= second or first - second < brute.TOLERANCE_M
        assert first != second or one < other


def _places(found: Candidates, request: SearchRequest, now: int) -> Iterator[float]:
    by_id = {document.asset_id: document for document in DOCUMENTS}
    for asset_id in found.ids:
        if request.order is Order.SOONEST:
            yield brute.minutes(by_id[asset_id], now)
        elif request.near is not None and (request.order is Order.NEAREST or not request.has_words):
            yield brute.metres(by_id[asset_id], request.near)


def _swapped(word: str, place: int) -> str:
    return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
