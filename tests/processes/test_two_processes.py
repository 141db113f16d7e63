"""The index misses nothing when server, import, editor and workers are processes of their own and one is killed."""

import json
import signal
from pathlib import Path

import pytest

from tests.processes.installation import PATIENCE_SECONDS, Installation, get, until

pytestmark = pytest.mark.processes
IMPORTED, PUBLISHED, EDITED = 1_200, 40, 20


def _file_of_listings(folder: Path) -> Path:
    """More than two batches of rows to import; each has a word of its own."""
    path = folder / "listings.jsonl"
    rows = ({"id": f"r{n}", "name": f"Imported{n} Table", "description": "Tea and talk."} for n in range(IMPORTED))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_worker_killed_in_mid_batch_loses_nothing(installation: Installation) -> None:
    """Server, import and editor at the same time; the worker is killed with -9 half-way through a batch."""
    installation.act("publish", "Early", EDITED)
    installation.run("search_init")
    sign = installation.sign("in-mid-batch")
    doomed = installation.start_act("drain_and_stop_in_mid_batch", sign, 1)
    importing = installation.start("import_listings", str(_file_of_listings(installation.folder)), "--publish")
    publishing = installation.start_act("publish", "Published", PUBLISHED)
    editing = installation.start_act("edit", "Edited", EDITED)
    until(sign.exists)
    assert f"/{doomed.pid}/" in json.loads(sign.read_text())  # as it was then: on a busy machine another has it by now
    installation.kill(doomed)

    address = installation.serve()
    assert [process.wait(PATIENCE_SECONDS) for process in (importing, publishing, editing)] == [0, 0, 0]
    installation.run("search_drain")
    report = installation.run("search_gate")
    assert f"{IMPORTED + PUBLISHED + EDITED:,} listings belong in the index." in report
    assert "wait" not in report
    assert 0 not in installation.act("found", "Published", PUBLISHED)
    assert 0 not in installation.act("found", "Edited", EDITED)
    assert 0 not in installation.act("found", "Imported", IMPORTED)
    assert set(installation.act("found", "Early", EDITED)) == {0}
    assert "Published7 Table" in get(f"{address}/search?q=published7")


def test_what_is_published_is_found_by_the_server_and_what_is_withdrawn_is_not(installation: Installation) -> None:
    address = installation.serve()
    for n in range(3):
        (pk,) = installation.act("publish", f"Fresh{n}x", 1)
        until(lambda n=n: f"Fresh{n}x0 Table" in get(f"{address}/search?q=fresh{n}x0"))
    installation.act("withdraw", pk)
    until(lambda: "Fresh2x0 Table" not in get(f"{address}/search?q=fresh2x0"))


def test_of_two_workers_one_writes_and_the_other_takes_over_when_it_is_killed(installation: Installation) -> None:
    installation.run("search_init")
    sign = installation.sign("in-mid-batch")
    doomed = installation.start_act("drain_and_stop_in_mid_batch", sign, 0)
    other = installation.start("search_drain", "--forever")
    other.send_signal(signal.SIGSTOP)  # until the first one has taken the lease
    installation.act("publish", "First", 5)
    until(sign.exists)
    other.send_signal(signal.SIGCONT)
    installation.kill(doomed)
    until(lambda: 0 not in installation.act("found", "First", 5))
    installation.act("publish", "Second", 5)
    until(lambda: 0 not in installation.act("found", "Second", 5))
    assert other.poll() is None
    installation.run("search_gate")


def test_searches_go_on_while_the_index_is_built_anew(installation: Installation) -> None:
    installation.run("import_listings", str(_file_of_listings(installation.folder)), "--publish")
    before = installation.act("position")["generation"]
    done, answer = installation.sign("done"), installation.sign("answer")
    searching = installation.start_act("search_until", done, answer)
    editing = installation.start_act("publish", "Meanwhile", PUBLISHED)
    installation.run("search_rebuild")
    assert editing.wait(PATIENCE_SECONDS) == 0
    installation.run("search_drain")
    done.touch()
    assert searching.wait(PATIENCE_SECONDS) == 0
    searches, fewest, most, _, _ = json.loads(answer.read_text())
    assert searches > 10
    assert (fewest, most) == (IMPORTED, IMPORTED + PUBLISHED)
    assert installation.act("position")["generation"] != before
    assert 0 not in installation.act("found", "Meanwhile", PUBLISHED)
    installation.run("search_gate")
