"""Backup while people write, then restore elsewhere: every row, file and key is as it was."""

import hashlib
import tarfile
from pathlib import Path

import pytest

from tests.processes.installation import PATIENCE_SECONDS, Installation
from tests.upgrade.test_from_the_first import tables

pytestmark = pytest.mark.processes
# Made again by search, from the rest.
OF_SEARCH = {"search_assetrow", "search_termsnapshot", "search_indexposition", "search_featureclock"}


@pytest.fixture
def elsewhere(tmp_path: Path, compiled: Path) -> Installation:
    return Installation(tmp_path / "elsewhere", compiled)


@pytest.fixture
def copy(installation: Installation, tmp_path: Path) -> Path:
    """Of an installation with a file and a key, made while somebody published."""
    installation.act("publish", "Early", 5)
    (installation.folder / "media" / "pictures").mkdir(parents=True)
    (installation.folder / "media" / "pictures" / "hall.jpg").write_bytes(b"a picture")
    (installation.folder / "secret_key").write_text("k" * 60)
    publishing = installation.start_act("publish", "Meanwhile", 30)
    installation.run("backup", str(tmp_path / "copy.tar.gz"))
    assert publishing.wait(PATIENCE_SECONDS) == 0
    return tmp_path / "copy.tar.gz"


def _state(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("log-"))
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def test_row_for_row_and_file_for_file(elsewhere: Installation, copy: Path, tmp_path: Path) -> None:
    with tarfile.open(copy) as tar:
        tar.extract("database.sqlite3", tmp_path / "kept", filter="data")
    elsewhere.run("restore", str(copy))
    before, after = tables(tmp_path / "kept" / "database.sqlite3"), tables(elsewhere.folder / "db.sqlite3")
    assert len(before["cms_asset"]) >= 5
    assert {name: rows for name, rows in before.items() if name not in OF_SEARCH and after[name] != rows} == {}
    assert before.keys() == after.keys()
    assert (elsewhere.folder / "media" / "pictures" / "hall.jpg").read_bytes() == b"a picture"
    key = elsewhere.folder / "secret_key"
    assert key.read_text() == "k" * 60
    assert key.stat().st_mode & 0o777 == 0o600
    assert 0 not in elsewhere.act("found", "Early", 5)
    elsewhere.run("search_gate")
    assert not list(elsewhere.folder.glob(".restore-*"))


def test_a_damaged_copy_and_a_place_with_work_in_it_are_refused_with_nothing_changed(
    installation: Installation, copy: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.tar.gz"
    damaged.write_bytes(copy.read_bytes()[:-1_000])
    before = _state(installation.folder)
    assert "Nothing was changed." in installation.refused("restore", str(damaged), "--replace")
    assert "--replace" in installation.refused("restore", str(copy))
    assert "is there already" in installation.refused("backup", str(copy))
    assert _state(installation.folder) == before
    installation.act("publish", "Later", 1)
    installation.run("restore", str(copy), "--replace")
    assert installation.act("found", "Later", 1) == [0]
    assert 0 not in installation.act("found", "Early", 5)
