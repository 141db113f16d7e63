"""When only writing fails, searches stay on the server: changes wait in the log, and are brought in when it can again.

Faults come from a proxy that spoils nothing but writing, or from the server itself.
"""

import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch
from pytest_django import Settings

from search.engines import engine_for_searches, engines_to_follow, get_engine, reset_engine
from search.engines.base import EngineUnavailable
from search.engines.elasticsearch.options import Options
from search.indexing.lease import mark_of, position_for
from search.indexing.worker import follow
from search.models import IndexRejection
from search.refresh import bring_up_to_date, gate_reports
from search.types import SearchRequest
from tests.elasticsearch.conftest import PATIENT, drop
from tests.elasticsearch.proxy import WRITING_FAULTS, Proxy, proxy
from tests.factories.assets import AssetFactory
from tests.waiting import until

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]
ANY = SearchRequest()
PATIENCE_SECONDS = 60.0


@pytest.fixture
def between(urls: tuple[str, ...]) -> Iterator[Proxy]:
    with proxy(urls[0]) as running:
        yield running


@pytest.fixture
def direct(urls: tuple[str, ...]) -> Iterator[Options]:
    made = Options(urls=urls, prefix=f"test-writing-{secrets.token_hex(4)}", search_seconds=PATIENT)
    yield made
    drop(made)


@pytest.fixture(autouse=True)
def _council(
    settings: Settings, direct: Options, between: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings of a council whose server is behind the proxy, and waits that are over at once."""
    monkeypatch.setattr("search.engines.elasticsearch.writer.FIRST_WAIT_SECONDS", 0.001)
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.elasticsearch"
    settings.CONNECTOR_ELASTICSEARCH = {
        "urls": (between.url,),
        "prefix": direct.prefix,
        "search_seconds": PATIENT,
        "api_key": "s3cret",
    }
    settings.CONNECTOR_INDEX_DIR = tmp_path / "index"
    reset_engine()


@pytest.mark.parametrize("fault", WRITING_FAULTS)
def test_a_server_with_no_time_for_writing(fault: str, between: Proxy) -> None:
    @contextmanager
    def no_time() -> Iterator[None]:
        between.go_wrong(fault)
        yield
        between.put_right()

    _searches_stay_and_changes_wait(no_time())
    assert between.asked > 1  # it was tried again before it was left for later


def test_an_index_that_is_set_to_read_only(direct: Options) -> None:
    client = direct.client()

    def block(on: bool | None) -> None:
        client.indices.put_settings(index=f"{direct.prefix}-*", settings={"index.blocks.read_only_allow_delete": on})

    @contextmanager
    def read_only() -> Iterator[None]:
        block(True)
        yield
        block(None)

    _searches_stay_and_changes_wait(read_only())


def test_a_disk_that_is_full(direct: Options) -> None:
    """The server finds by itself that its disk is fuller than it may be, and that it is so no more."""
    client = direct.client()
    before = client.cluster.get_settings(flat_settings=True)["persistent"]
    watermarks = [f"cluster.routing.allocation.disk.watermark.{stage}" for stage in ("low", "high", "flood_stage")]
    full = {
        "cluster.routing.allocation.disk.threshold_enabled": True,
        "cluster.info.update.interval": "10s",
        **dict.fromkeys(watermarks, "0.01%"),
    }

    @contextmanager
    def full_disk() -> Iterator[None]:
        client.cluster.put_settings(persistent=full)
        try:
            until(lambda: _is_blocked(client, direct.prefix), seconds=PATIENCE_SECONDS)
            yield
        finally:
            client.cluster.put_settings(persistent={name: before.get(name) for name in full})
        until(lambda: not _is_blocked(client, direct.prefix), seconds=PATIENCE_SECONDS)

    _searches_stay_and_changes_wait(full_disk())


def _searches_stay_and_changes_wait(fault: AbstractContextManager[None]) -> None:
    kept, renamed, gone = AssetFactory(), AssetFactory(name="Before"), AssetFactory()
    bring_up_to_date(lambda text: None)
    spare, main = engines_to_follow()
    searched = engine_for_searches()
    before = mark_of(position_for(main))
    with fault:
        renamed.name = "Zither circle"
        renamed.save()
        withdrawn = gone.pk
        gone.delete()
        added = AssetFactory()
        for _ in range(2):
            with pytest.raises(EngineUnavailable) as told:
                follow(main)
            assert "127.0.0.1" not in str(told.value)
            assert "s3cret" not in str(told.value)
        found = searched.search(ANY, now=0)
        # The old answer, or that without the one that is gone: a block on writing lets go of what is withdrawn.
        assert {kept.pk, renamed.pk} <= set(found.ids) <= {kept.pk, renamed.pk, withdrawn}
        assert not found.degraded
        assert mark_of(position_for(main)) == before
        assert follow(spare)  # each for itself: the other index waits for nobody
    assert follow(main)
    found = searched.search(ANY, now=0)
    assert (set(found.ids), found.degraded) == ({kept.pk, renamed.pk, added.pk}, False)
    assert get_engine().suggest("zith") == ("Zither circle",)
    assert all(report.clean and not report.waiting for report in gate_reports().values())
    assert not IndexRejection.objects.exists()


def _is_blocked(client: Elasticsearch, prefix: str) -> bool:
    told = client.indices.get_settings(index=f"{prefix}-*", flat_settings=True).body.values()
    return any("index.blocks.read_only_allow_delete" in each["settings"] for each in told)
