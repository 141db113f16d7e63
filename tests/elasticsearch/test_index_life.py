"""Indexes come, are swapped and go while searches go on; both indexes follow the catalogue, each by itself."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django import Settings

from search.engines import engine_for_searches, engines_to_follow, get_engine, reset_engine
from search.engines.base import EngineUnavailable
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.listing import mapping_hash
from search.engines.elasticsearch.options import Options
from search.indexing.worker import follow
from search.models import IndexPosition, IndexRejection
from search.refresh import bring_up_to_date, gate_reports, rebuild_index
from search.types import SearchRequest
from tests.elasticsearch.conftest import PATIENT, Make, drop
from tests.engines.contract import filled
from tests.engines.requests import DOCUMENTS
from tests.factories.assets import AssetFactory

pytestmark = pytest.mark.elasticsearch
ANY = SearchRequest(for_workers=True)
# Longer than what a server can find a word by.
TOO_LONG = "x" * 40_000


def quiet(text: str) -> None:
    """What commands would show."""


@pytest.fixture
def options(urls: tuple[str, ...]) -> Iterator[Options]:
    made = Options(urls=urls, prefix=f"test-life-{secrets.token_hex(4)}", search_seconds=PATIENT)
    yield replace(made, search_seconds=1.0)
    drop(made)


@pytest.fixture
def council(settings: Settings, options: Options, tmp_path: Path) -> Options:
    """The settings of a council: the server, and a folder for the spare."""
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.elasticsearch"
    settings.CONNECTOR_ELASTICSEARCH = {"urls": options.urls, "prefix": options.prefix, "search_seconds": PATIENT}
    settings.CONNECTOR_INDEX_DIR = tmp_path / "index"
    reset_engine()
    return options


def names(options: Options) -> list[str]:
    return sorted(options.client().indices.get(index=f"{options.prefix}-*", features="aliases"))


def test_an_index_is_named_by_prefix_mapping_and_time_and_the_old_one_goes(options: Options) -> None:
    engine = filled(lambda: ElasticsearchEngine(options), DOCUMENTS[:3])
    first = engine.live_generation()
    assert names(options) == [first]
    assert str(first).startswith(f"{options.prefix}-{mapping_hash()}-")
    engine.promote(engine.start_generation())
    assert names(options) == [engine.live_generation()] != [first]


def test_a_neighbour_in_the_same_cluster_is_left_alone(options: Options) -> None:
    neighbour = replace(options, prefix=f"{options.prefix}-east")
    theirs = filled(lambda: ElasticsearchEngine(neighbour), DOCUMENTS[:3])
    filled(lambda: filled(lambda: ElasticsearchEngine(options), DOCUMENTS[:2]), DOCUMENTS[:1])
    assert theirs.search(ANY, now=0).total == 3


def test_searches_go_on_while_generations_are_swapped(options: Options) -> None:
    engine = filled(lambda: ElasticsearchEngine(options), DOCUMENTS[:40])
    stop, totals, failed = Event(), set(), []

    def search() -> None:
        reader = ElasticsearchEngine(replace(options, search_seconds=PATIENT))
        while not stop.is_set():
            try:
                totals.add(reader.search(ANY, now=0).total)
            except EngineUnavailable as problem:
                failed.append(repr(problem.__cause__))

    searching = [Thread(target=search) for _ in range(2)]
    for thread in searching:
        thread.start()
    for _ in range(3):
        generation = engine.start_generation()
        engine.write(DOCUMENTS[:40], generation=generation)
        engine.promote(generation)
    stop.set()
    for thread in searching:
        thread.join()
    assert (failed, totals) == ([], {40})


def test_what_the_server_will_not_take_is_told_and_the_rest_is_written(make: Make) -> None:
    engine = filled(make, DOCUMENTS[:3])
    bad = replace(DOCUMENTS[3], interests=(TOO_LONG,))
    rejected = engine.write([bad, DOCUMENTS[4]])
    assert [each.asset_id for each in rejected] == [bad.asset_id]
    assert rejected[0].reason
    assert {asset_id for asset_id, _ in engine.digests()} == {each.asset_id for each in (*DOCUMENTS[:3], DOCUMENTS[4])}


def test_deeper_than_a_page_of_the_server(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = filled(make, DOCUMENTS[:60])
    whole = engine.search(ANY, now=0, wanted=60)
    monkeypatch.setattr("search.engines.elasticsearch.bodies.MOST_HITS", 20)
    for offset in (0, 15, 35, 55, 90):
        page = engine.search(ANY, now=0, wanted=25, offset=offset)
        assert (page.ids, page.total) == (whole.ids[offset : offset + 25], 60)
    assert len(list(engine.digests())) == 60


@pytest.mark.django_db
class TestBothIndexes:
    @pytest.fixture(autouse=True)
    def _council(self, council: Options) -> None:
        """Every test here is a council's."""

    def test_both_follow_the_log_each_from_a_position_of_its_own(self) -> None:
        first = AssetFactory()
        bring_up_to_date(quiet)
        second = AssetFactory()
        bring_up_to_date(quiet)
        assert [engine.name for engine in engines_to_follow()] == ["tantivy", "elasticsearch"]
        for engine in engines_to_follow():
            assert {asset_id for asset_id, _ in engine.digests()} == {first.pk, second.pk}
        hosts = dict(IndexPosition.objects.values_list("index", "host"))
        assert hosts["elasticsearch"] == ""
        assert hosts["tantivy"] != ""
        assert all(report.clean for report in gate_reports().values())

    def test_two_hosts_share_the_server_and_have_a_spare_each(self, settings: Settings, tmp_path: Path) -> None:
        asset = AssetFactory()
        for host in ("web-1", "web-2"):
            settings.CONNECTOR_HOST_NAME, settings.CONNECTOR_INDEX_DIR = host, tmp_path / host
            reset_engine()
            bring_up_to_date(quiet)
            assert [dict(engine.digests()).keys() for engine in engines_to_follow()] == [{asset.pk}, {asset.pk}]
        kept = sorted(IndexPosition.objects.values_list("index", "host"))
        assert kept == [("elasticsearch", ""), ("tantivy", "web-1"), ("tantivy", "web-2")]

    def test_while_the_server_is_away_the_spare_follows_and_afterwards_nothing_is_lost(
        self, settings: Settings, council: Options
    ) -> None:
        bring_up_to_date(quiet)
        there = settings.CONNECTOR_ELASTICSEARCH
        settings.CONNECTOR_ELASTICSEARCH = there | {"urls": ("http://127.0.0.1:1",)}
        reset_engine()
        asset = AssetFactory(name="Zither circle")
        with pytest.raises(EngineUnavailable):
            bring_up_to_date(quiet)
        found = engine_for_searches().search(SearchRequest(), now=0)
        assert (found.degraded, found.ids) == (True, (asset.pk,))
        settings.CONNECTOR_ELASTICSEARCH = there
        reset_engine()
        assert follow(get_engine())
        found = engine_for_searches().search(SearchRequest(), now=0)
        assert (found.degraded, found.ids) == (False, (asset.pk,))

    def test_an_index_that_is_there_is_left_as_it_is(self, capsys: Any) -> None:
        AssetFactory()
        call_command("search_init")
        before = get_engine().live_generation()
        call_command("search_init")
        assert get_engine().live_generation() == before is not None
        rebuild_index(quiet)
        assert get_engine().live_generation() != before

    def test_a_refused_listing_is_kept_with_its_reason_until_it_is_taken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        fine, bad = AssetFactory(), AssetFactory()
        with monkeypatch.context() as patch:
            make = "search.engines.elasticsearch.writer.as_elasticsearch"
            from search.engines.elasticsearch.listing import as_elasticsearch

            def spoilt(document: Any) -> dict[str, Any]:
                return as_elasticsearch(document) | ({"kind": TOO_LONG} if document.asset_id == bad.pk else {})

            patch.setattr(make, spoilt)
            bring_up_to_date(quiet)
            assert [row.asset_id for row in IndexRejection.objects.all()] == [bad.pk]
            report = gate_reports()["elasticsearch"]
            assert (report.clean, report.refused.sample) == (True, (bad.pk,))
        assert {pk for pk, _ in get_engine().digests()} == {fine.pk}
        rebuild_index(quiet)
        assert not IndexRejection.objects.exists()
        assert {pk for pk, _ in get_engine().digests()} == {fine.pk, bad.pk}
