"""Whatever happens to the server: the spare engine answers the same request and says so, nobody waits twice, and the
server's recovery is noticed.

Faults come from a proxy on loopback between the real client and the real server, or from the server itself.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from search.engines.base import EngineUnavailable
from search.engines.breaker import Breaker
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.options import Options
from search.engines.spare import EngineWithSpare
from search.engines.tantivy import TantivyEngine
from search.types import SearchRequest, WeightedTerm
from tests.elasticsearch.certificate import self_signed, serving
from tests.elasticsearch.conftest import drop
from tests.elasticsearch.proxy import FAULTS, Proxy, proxy
from tests.engines.contract import ALL, filled
from tests.engines.requests import DOCUMENTS
from tests.waiting import until

pytestmark = pytest.mark.elasticsearch
REQUEST = SearchRequest(terms=(WeightedTerm(("knit",)), WeightedTerm(("community",), 0.5)))
PREFIX = "test-faults"
PATIENCE_SECONDS = 30.0
RECOVERS_AFTER_SECONDS = 7.5


@pytest.fixture(scope="module")
def index(urls: tuple[str, ...]) -> Iterator[None]:
    direct = Options(urls=urls, prefix=PREFIX, search_seconds=10.0)
    drop(direct)
    filled(lambda: ElasticsearchEngine(direct), DOCUMENTS)
    yield
    drop(direct)


@pytest.fixture(scope="module")
def spare(tmp_path_factory: pytest.TempPathFactory) -> TantivyEngine:
    engine = TantivyEngine(tmp_path_factory.mktemp("spare"))
    filled(lambda: engine, DOCUMENTS)
    return engine


@pytest.fixture
def between(urls: tuple[str, ...]) -> Iterator[Proxy]:
    with proxy(urls[0]) as running:
        yield running


class Watched:
    """An engine with a spare whose breaker looks again when the test says so, and not before."""

    def __init__(self, main: ElasticsearchEngine, spare: TantivyEngine) -> None:
        self.looking, self.look_again = Event(), Event()
        self.closed = Event()
        self.engine = EngineWithSpare(main, spare, Breaker(self._probe, self._wait))
        self._main = main

    def _probe(self) -> None:
        self._main.search(SearchRequest(), now=0, wanted=1)
        self.closed.set()

    def _wait(self, seconds: float) -> None:
        self.looking.set()
        assert self.look_again.wait(PATIENCE_SECONDS)
        self.look_again.clear()


@pytest.fixture
def watched(index: None, between: Proxy, spare: TantivyEngine) -> Iterator[Watched]:
    options = Options(urls=(between.url,), prefix=PREFIX, search_seconds=2.0)
    made = Watched(ElasticsearchEngine(options), spare)
    yield made
    between.put_right()
    made.look_again.set()
    until(lambda: made.engine.breaker.closed)


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "none"])
def test_the_spare_answers_and_nobody_waits_twice(fault: str, watched: Watched, between: Proxy) -> None:
    engine, now = watched.engine, 0
    whole = engine.search(REQUEST, now=now, wanted=ALL)
    assert not whole.degraded
    between.go_wrong(fault)
    first = engine.search(REQUEST, now=now, wanted=ALL)
    assert first.degraded
    assert (sorted(first.ids), first.total) == (sorted(whole.ids), whole.total)
    assert watched.looking.wait(PATIENCE_SECONDS)
    before = between.asked
    for _ in range(5):
        assert engine.search(REQUEST, now=now, wanted=ALL) == first
        assert engine.holds("knit") > 0
    assert between.asked == before
    between.put_right()
    watched.look_again.set()
    assert watched.closed.wait(PATIENCE_SECONDS)
    until(lambda: engine.breaker.closed)
    assert engine.search(REQUEST, now=now, wanted=ALL) == whole
    assert engine.breaker.opened == 1


@pytest.mark.parametrize("fault", ["hanging", "503"])
def test_recovery_is_noticed_within_ten_seconds(index: None, between: Proxy, spare: TantivyEngine, fault: str) -> None:
    """By a clock that counts every wait and every time limit, as they are for a council."""
    options = Options(urls=(between.url,), prefix=PREFIX)
    # A busy machine may need longer than a council would wait; the clock counts what a council waits.
    main, closed = ElasticsearchEngine(replace(options, search_seconds=2.0)), Event()
    clock, looks = [0.0], [0]

    def look() -> None:
        looks[0] += 1
        try:
            main.search(SearchRequest(), now=0, wanted=1)
        except EngineUnavailable:
            clock[0] += options.search_seconds
            raise
        closed.set()

    def wait(seconds: float) -> None:
        clock[0] += seconds
        if clock[0] >= RECOVERS_AFTER_SECONDS:
            between.put_right()

    main.search(REQUEST, now=0)  # so that no first connection is part of it
    engine = EngineWithSpare(main, spare, Breaker(look, wait))
    between.go_wrong(fault)
    assert engine.search(REQUEST, now=0).degraded
    assert closed.wait(PATIENCE_SECONDS)
    assert looks[0] >= 3
    assert between.asked == 1 + looks[0] - 1  # nobody asks twice: the first request, and each look but the last
    assert RECOVERS_AFTER_SECONDS <= clock[0] <= RECOVERS_AFTER_SECONDS + 10.0
    until(lambda: engine.breaker.closed)


def test_counts_are_made_by_the_spare_when_the_server_goes_in_between(watched: Watched, between: Proxy) -> None:
    found = watched.engine.search(REQUEST, now=0)
    expected = dict(watched.engine.spare.search(REQUEST, now=0).facets)
    between.go_wrong("503")
    assert dict(found.facets) == expected


def test_a_port_where_nobody_listens(index: None, spare: TantivyEngine) -> None:
    with proxy("http://127.0.0.1:1") as gone:
        url = gone.url
    _answers_with_the_spare(Options(urls=(url,), prefix=PREFIX, search_seconds=2.0), spare)


def test_a_certificate_that_nobody_vouches_for(
    index: None, urls: tuple[str, ...], spare: TantivyEngine, tmp_path: Path
) -> None:
    """A real server behind TLS: turned away from until its authority is named, and by the wrong name even then."""
    certificate, secret = self_signed(tmp_path)
    with proxy(urls[0], serving(certificate, secret)) as encrypted:
        unknown = Options(urls=(encrypted.url,), prefix=PREFIX, search_seconds=10.0, api_key="s3cret")
        _answers_with_the_spare(unknown, spare)
        known = replace(unknown, api_key="", ca_certs=str(certificate))
        assert not EngineWithSpare(ElasticsearchEngine(known), spare).search(REQUEST, now=0).degraded
        _answers_with_the_spare(replace(known, urls=(encrypted.url.replace("127.0.0.1", "localhost"),)), spare)
        with pytest.raises(EngineUnavailable) as told:
            ElasticsearchEngine(unknown).holds("knit")
        assert "s3cret" not in str(told.value)
        assert encrypted.asked == 0


def test_a_missing_alias(urls: tuple[str, ...], spare: TantivyEngine) -> None:
    _answers_with_the_spare(Options(urls=urls, prefix="test-nothing", search_seconds=10.0), spare)


def test_an_index_that_no_node_may_hold(urls: tuple[str, ...], spare: TantivyEngine) -> None:
    """Red for real: the server itself has no shard to ask.

    The index is made anew with no node for it. One that held its shards before would get them back: a server may
    force the primary of an index that lies on its disk.
    """
    options = Options(urls=urls, prefix="test-red", search_seconds=10.0)
    drop(options)
    engine = ElasticsearchEngine(options)
    generation = engine.start_generation()
    engine.promote(generation)
    client = options.client()
    made = client.indices.get(index=generation).body[generation]
    client.indices.delete(index=generation)
    client.options(request_timeout=30).indices.create(
        index=generation,
        mappings=made["mappings"],
        aliases=made["aliases"],
        settings={
            "analysis": made["settings"]["index"]["analysis"],
            "index.routing.allocation.require._name": "nobody",
        },
        wait_for_active_shards="0",
    )
    try:
        assert client.cluster.health(index=generation)["status"] == "red"
        _answers_with_the_spare(options, spare)
    finally:
        drop(options)


def _answers_with_the_spare(options: Options, spare: TantivyEngine) -> None:
    breaker = Breaker(lambda: None, lambda seconds: None)
    engine = EngineWithSpare(ElasticsearchEngine(options), spare, breaker)
    found = engine.search(REQUEST, now=0)
    assert found.degraded
    assert found.ids == spare.search(REQUEST, now=0).ids
    assert breaker.opened == 1


def test_words_of_trouble_name_no_host(index: None, between: Proxy) -> None:
    engine = ElasticsearchEngine(Options(urls=(between.url,), prefix=PREFIX, api_key="s3cret", search_seconds=2.0))
    for fault in ("401", "503", "garbage", "cut off"):
        between.go_wrong(fault)
        with pytest.raises(EngineUnavailable) as told:
            engine.holds("knit")
        assert "127.0.0.1" not in str(told.value)
        assert "s3cret" not in str(told.value)
