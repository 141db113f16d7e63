"""A council's index is built anew by real processes, one of them killed, while people search and edit."""

import json
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from search.engines.base import EngineUnavailable
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.options import Options
from search.types import SearchRequest, WeightedTerm
from tests.elasticsearch.conftest import PATIENT, drop
from tests.processes.installation import PATIENCE_SECONDS, Installation, until

pytestmark = pytest.mark.elasticsearch
LISTINGS, BATCH, PUBLISHED, EDITED = 300, 50, 15, 10
# As many people, each so long after the last answer.
SEARCHING, PAUSE_SECONDS = 4, 0.02
ANY = SearchRequest()


@pytest.fixture
def options(urls: tuple[str, ...]) -> Iterator[Options]:
    made = Options(urls=urls, prefix=f"test-rebuild-{secrets.token_hex(4)}", search_seconds=PATIENT)
    yield made
    drop(made)


@pytest.fixture
def council(migrated: Path, compiled: Path, tmp_path: Path, options: Options) -> Iterator[Installation]:
    """An installation whose engine is the server."""
    shutil.copytree(migrated, tmp_path / "data")
    told = {
        "CONNECTOR_SEARCH_ENGINE": "search.engines.elasticsearch",
        "ELASTICSEARCH_URL": ",".join(options.urls),
        "ELASTICSEARCH_PREFIX": options.prefix,
    }
    made = Installation(tmp_path / "data", compiled, environment=told)
    yield made
    made.end()


class Searching:
    """People who search until they are told to stop: what failed, and what was other than it had to be."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._stop = Event()
        self.failed: list[str] = []
        self.wrong: list[str] = []
        self.searches = [0] * SEARCHING
        self._threads = [Thread(target=self._search, args=(number,)) for number in range(SEARCHING)]
        for thread in self._threads:
            thread.start()

    def _search(self, number: int) -> None:
        engine = ElasticsearchEngine(self._options)
        while not self._stop.wait(PAUSE_SECONDS):
            # Nobody edits the second half: each of it is found by its word, once, at every moment.
            word = f"imported{LISTINGS - 1 - (self.searches[number] * SEARCHING + number) % (LISTINGS // 2)}"
            try:
                every = engine.search(ANY, now=0, wanted=LISTINGS * 2)
                one = _found(engine, word)
            except EngineUnavailable as problem:
                self.failed.append(repr(problem.__cause__))
                continue
            if not LISTINGS <= every.total <= LISTINGS + PUBLISHED or len(set(every.ids)) != every.total:
                self.wrong.append(f"{every.total} listings, {len(set(every.ids))} different ones")
            if len(one) != 1:
                self.wrong.append(f"{len(one)} listings with {word}")
            self.searches[number] += 1

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()


@pytest.fixture
def searching(options: Options) -> Iterator[list[Searching]]:
    """Put somebody in who is to stop whatever happens."""
    started: list[Searching] = []
    yield started
    for each in started:
        each.stop()


def test_killed_and_gone_on_with_while_people_search_and_edit(
    council: Installation, options: Options, searching: list[Searching]
) -> None:
    council.run("import_listings", str(_file_of_listings(council.folder)), "--publish")
    before = ElasticsearchEngine(options).live_generation()
    following = council.start("search_drain", "--forever")
    searching.append(people := Searching(options))

    sign = council.sign("in-mid-batch")
    doomed = council.start_act("rebuild_and_stop_in_mid_batch", sign, BATCH, 2)
    until(sign.exists)
    council.kill(doomed)
    edited = council.act("edit", "Edited", EDITED)
    publishing = council.start_act("publish", "Published", PUBLISHED)
    written = council.act("rebuild_and_tell", BATCH)
    assert publishing.wait(PATIENCE_SECONDS) == 0
    settled = council.act("settled")
    people.stop()

    assert (people.failed, people.wrong) == ([], [])
    assert min(people.searches) > 5
    assert following.poll() is None
    # What was in it already was not written once more: only what had changed since.
    assert len(set(written)) <= LISTINGS - 2 * BATCH + EDITED + PUBLISHED
    after = ElasticsearchEngine(options).live_generation()
    assert after != before
    assert list(options.client().indices.get(index=f"{options.prefix}-*", features="aliases")) == [after]
    assert settled == {name: [LISTINGS + PUBLISHED, 0, 0, 0, 0, 0] for name in ("tantivy", "elasticsearch")}
    engine = ElasticsearchEngine(options)
    assert [_found(engine, f"edited{number}") for number in range(EDITED)] == [(pk,) for pk in edited]
    assert all(len(_found(engine, f"published{number}")) == 1 for number in range(PUBLISHED))


def _found(engine: ElasticsearchEngine, word: str) -> tuple[int, ...]:
    return engine.search(SearchRequest(terms=(WeightedTerm((word,)),)), now=0).ids


def _file_of_listings(folder: Path) -> Path:
    """Each has a word of its own."""
    path = folder / "listings.jsonl"
    rows = ({"id": f"r{n}", "name": f"Imported{n} Table", "description": "Tea and talk."} for n in range(LISTINGS))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path
