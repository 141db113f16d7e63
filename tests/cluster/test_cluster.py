"""Three nodes, 5,000 listings coming in, four people searching: nodes are killed as a power cut does, and come back."""

import os
import secrets
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.options import Options
from search.engines.spare import EngineWithSpare
from search.engines.tantivy import TantivyEngine
from search.types import AssetDocument
from tests.cluster.people import Loading, Searching
from tests.elasticsearch.conftest import drop
from tests.engines.contract import filled
from tests.waiting import until

pytestmark = pytest.mark.cluster
SERVER = Path(__file__).resolve().parents[2] / "deploy" / "elasticsearch"
LISTINGS, CLIENTS = 5_000, 4
# How many have come when a node is killed, and how many more come while it is away.
FIRST_KILL, SECOND_KILL, MEANWHILE = 1_000, 3_000, 1_000
PATIENCE_SECONDS = 180.0


@pytest.fixture
def options() -> Iterator[Options]:
    given = os.environ.get("ELASTICSEARCH_URL", "")
    assert given.count(",") == 2, "This test kills nodes of a cluster of its own. Type: make test-es-cluster"
    made = Options(urls=tuple(given.split(",")), prefix=f"test-cluster-{secrets.token_hex(4)}")
    yield made
    drop(replace(made, search_seconds=PATIENCE_SECONDS))


def test_nodes_are_killed_while_listings_come_in_and_people_search(options: Options, tmp_path: Path) -> None:
    documents = [_listing(number) for number in range(1, LISTINGS + 1)]
    spare = filled(lambda: TantivyEngine(tmp_path / "spare"), ())
    filled(lambda: ElasticsearchEngine(options), ())
    client = options.client().options(request_timeout=PATIENCE_SECONDS)
    _green(client, options)
    loading = Loading(EngineWithSpare(ElasticsearchEngine(options), spare), documents)
    people = [Searching(EngineWithSpare(ElasticsearchEngine(options), spare), loading, seed) for seed in range(CLIENTS)]
    loading.start()
    loading.go_on_to(FIRST_KILL // 2)
    until(lambda: loading.in_main >= 1, seconds=PATIENCE_SECONDS)
    for one in people:
        one.start()
    try:
        for number, kill_at in ((_holder_of_the_first_part(client, options), FIRST_KILL), (0, SECOND_KILL)):
            loading.go_on_to(kill_at)
            until(lambda kill_at=kill_at: loading.in_main >= kill_at - MEANWHILE // 2, seconds=PATIENCE_SECONDS)
            _kill(number)
            loading.go_on_to(kill_at + MEANWHILE)
            until(lambda kill_at=kill_at: loading.in_main >= kill_at + MEANWHILE // 2, seconds=PATIENCE_SECONDS)
            subprocess.run([SERVER, "again", str(number)], check=True)
            _green(client, options)
        loading.go_on_to(LISTINGS)
        loading.join(PATIENCE_SECONDS)
        before = [one.searches for one in people]
        until(
            lambda: all(one.searches > least + 10 for one, least in zip(people, before, strict=True)),
            seconds=PATIENCE_SECONDS,
        )
    finally:
        for one in people:
            one.stop()
    _tell(people, loading)
    assert [one.failed for one in people] == [[]] * CLIENTS
    assert [one.wrong for one in people] == [[]] * CLIENTS
    assert loading.in_main == loading.in_spare == LISTINGS
    expected = {document.asset_id: document.digest for document in documents}
    for engine in (ElasticsearchEngine(options), spare):
        assert dict(engine.digests()) == expected
    assert all(one.engine.breaker.closed for one in people)


def _listing(number: int) -> AssetDocument:
    return AssetDocument(
        asset_id=number,
        uuid=f"u{number}",
        digest=f"digest-{number}",
        name=f"Brought{number} circle",
        kind="group",
        interests=("sewing",),
    )


def _holder_of_the_first_part(client: Elasticsearch, options: Options) -> int:
    """The node with the part that is written first; not the first in the list, which is killed next."""
    shards: list[Any] = client.cat.shards(index=f"{options.prefix}-*", format="json").body  # type: ignore[assignment]
    holders = [int(each["node"].removeprefix("node-")) for each in shards if each["prirep"] == "p"]
    return holders[0] or next(int(each["node"].removeprefix("node-")) for each in shards if each["node"] != "node-0")


def _kill(number: int) -> None:
    told = subprocess.run([SERVER, "process", str(number)], check=True, capture_output=True, text=True)
    os.kill(int(told.stdout), signal.SIGKILL)


def _green(client: Elasticsearch, options: Options) -> None:
    """Wait until every copy of every part is there again."""
    patient = client.options(request_timeout=PATIENCE_SECONDS + 10)
    told = patient.cluster.health(
        index=f"{options.prefix}-*", wait_for_status="green", wait_for_nodes="3", timeout=f"{PATIENCE_SECONDS:.0f}s"
    )
    assert not told["timed_out"], "The cluster is not whole again."


def _tell(people: list[Searching], loading: Loading) -> None:
    searches, degraded = sum(one.searches for one in people), sum(one.degraded for one in people)
    longest = max(one.degraded_seconds for one in people)
    print(
        f"\n{searches:,} searches by {CLIENTS} people while two nodes were killed and came back; {degraded:,} answered "
        f"by the embedded engine, over {longest:.1f} s in all for whoever had it longest. {loading.again} batches of "
        f"{LISTINGS // 50} were written more than once."
    )
