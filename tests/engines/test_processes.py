"""Several processes on one index: a reader sees what a writer wrote, and a writer that is killed harms nothing."""

import multiprocessing as mp
import os
import signal
import time
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from search.engines.base import EngineUnavailable
from search.engines.tantivy import TantivyEngine, writer
from search.types import SearchRequest
from tests.engines.contract import filled, ids, seen
from tests.engines.edges import EDGES

pytestmark = pytest.mark.processes
EVERYTHING = SearchRequest(for_workers=True)
# Seconds; only a machine in trouble takes so long.
LONG = 60
spawned = mp.get_context("spawn")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "tantivy"


@pytest.fixture
def engine(folder: Path) -> TantivyEngine:
    built = filled(lambda: TantivyEngine(folder), EDGES[:20])
    assert isinstance(built, TantivyEngine)
    return built


@pytest.fixture
def half_way(folder: Path, engine: TantivyEngine) -> Iterator[mp.process.BaseProcess]:
    """A process that has handed ten listings to its writer and has not committed them."""
    reached = spawned.Event()
    process = spawned.Process(target=write_and_wait, args=(folder, reached))
    process.start()
    assert reached.wait(LONG)
    yield process
    if process.is_alive():
        process.kill()
    process.join(LONG)


def write_and_wait(folder: Path, reached: Event) -> None:
    """Stop for ever just before the commit."""

    def stop(sequence: int) -> None:
        reached.set()
        time.sleep(10 * LONG)

    writer.marker = stop
    TantivyEngine(folder).write(EDGES[20:30], deleted=[EDGES[0].asset_id])


def write(folder: Path) -> None:
    TantivyEngine(folder).write(EDGES[20:30], deleted=[EDGES[0].asset_id])


def rebuild(folder: Path) -> None:
    filled(lambda: TantivyEngine(folder), EDGES)


def report_total(engine: TantivyEngine, totals: mp.Queue) -> None:
    totals.put(engine.search(EVERYTHING, now=0).total)


def run(target: object, *given: object, context: object = spawned) -> None:
    process = context.Process(target=target, args=given)
    process.start()
    process.join(LONG)
    assert process.exitcode == 0


def test_a_reader_sees_what_another_process_wrote(engine: TantivyEngine, folder: Path) -> None:
    assert engine.search(EVERYTHING, now=0).total == 20
    run(write, folder)
    engine.refresh()
    assert [asset_id for asset_id, _ in seen(engine)] == ids(EDGES[1:30])


def test_a_reader_follows_a_rebuild_by_another_process(engine: TantivyEngine, folder: Path) -> None:
    before = engine.live_generation()
    run(rebuild, folder)
    assert engine.search(EVERYTHING, now=0).total == len(EDGES)
    assert engine.live_generation() != before


def test_a_killed_writer_leaves_the_commit_before_it(
    engine: TantivyEngine, folder: Path, half_way: mp.process.BaseProcess
) -> None:
    before = seen(engine)
    os.kill(half_way.pid, signal.SIGKILL)
    half_way.join(LONG)
    assert seen(engine) == before
    assert seen(TantivyEngine(folder)) == before
    engine.write(EDGES[20:30], deleted=[EDGES[0].asset_id])
    assert [asset_id for asset_id, _ in seen(engine)] == ids(EDGES[1:30])


def test_a_second_writer_is_told_to_wait_while_readers_read(
    engine: TantivyEngine, half_way: mp.process.BaseProcess
) -> None:
    with pytest.raises(EngineUnavailable, match="Another process is writing"):
        engine.write(EDGES[40:41])
    assert engine.search(EVERYTHING, now=0).total == 20


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_process_searches_with_what_it_was_given(engine: TantivyEngine) -> None:
    assert engine.search(EVERYTHING, now=0).total == 20
    forked = mp.get_context("fork")
    totals = forked.Queue()
    run(report_total, engine, totals, context=forked)
    assert totals.get(timeout=LONG) == 20
