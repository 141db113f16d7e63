"""Two workers, two writers of listings, one index: everything is found, nothing is written twice or by two at once."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.processes import test_two_processes as as_on_sqlite
from tests.processes.installation import PATIENCE_SECONDS, Installation, until

pytestmark = pytest.mark.postgres
EACH = 30
Write = tuple[int, int, list[int]]

# The same stories as in a file of SQLite: killed in mid-batch, built anew below searches.
test_a_worker_killed_in_mid_batch_loses_nothing = as_on_sqlite.test_a_worker_killed_in_mid_batch_loses_nothing
test_searches_go_on_while_the_index_is_built_anew = as_on_sqlite.test_searches_go_on_while_the_index_is_built_anew


def _told(path: Path) -> list[Write]:
    lines = path.read_text().splitlines() if path.exists() else []
    return [(began, ended, ids) for began, ended, ids in map(json.loads, lines)]


def _writes(path: Path) -> int:
    return len(_told(path))


def _overlap(mine: list[Write], theirs: list[Write]) -> list[tuple[Write, Write]]:
    return [(a, b) for a in mine for b in theirs if a[0] < b[1] and b[0] < a[1]]


@pytest.fixture
def diaries(installation: Installation) -> list[Path]:
    return [installation.folder / f"writes-{n}.jsonl" for n in range(2)]


@pytest.fixture
def workers(installation: Installation, diaries: list[Path]) -> list[subprocess.Popen[bytes]]:
    """Both at work on an index that is there and has followed everything."""
    installation.run("search_init")
    return [installation.start_act("drain_and_tell", diary) for diary in diaries]


def test_while_two_follow_nothing_is_lost_written_twice_or_by_both_at_once(
    installation: Installation, workers: list[subprocess.Popen[bytes]], diaries: list[Path]
) -> None:
    words = [f"{who}{n}" for who in ("Zither", "Quokka") for n in range(2)]
    publishing = [installation.start_act("publish", word, EACH) for word in words]
    assert [process.wait(PATIENCE_SECONDS) for process in publishing] == [0] * len(words)
    until(lambda: all(0 not in installation.act("found", word, EACH) for word in words))
    assert [worker.poll() for worker in workers] == [None, None]
    for worker in workers:
        installation.kill(worker)

    mine, theirs = map(_told, diaries)
    assert mine + theirs
    assert _overlap(mine, theirs) == []
    changes = installation.act("changes")
    assert len(changes) == EACH * len(words)
    written = [pk for _, _, ids in mine + theirs for pk in ids]
    # A write may stand for several changes of one listing, but none is made for a change that was written before.
    assert {pk: written.count(pk) for pk in set(written) if written.count(pk) > changes[str(pk)]} == {}
    assert {str(pk) for pk in written} == set(changes)
    installation.run("search_gate")


def test_when_whoever_writes_is_stopped_the_other_goes_on(
    installation: Installation, workers: list[subprocess.Popen[bytes]], diaries: list[Path]
) -> None:
    """The one that wrote is killed, then the other must write: both do, in turn, and each change is written once."""
    installation.act("publish", "First", 1)
    until(lambda: any(map(_writes, diaries)))
    first = 0 if _writes(diaries[0]) else 1
    installation.kill(workers[first])
    installation.act("publish", "Second", 1)
    until(lambda: installation.act("found", "Second", 1) != [0])
    assert _writes(diaries[1 - first])
    assert 0 not in installation.act("found", "First", 1)
    installation.run("search_gate")
