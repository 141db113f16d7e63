"""Backup and restore by PostgreSQL's own programs: row for row, and a copy that is damaged changes nothing."""

from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from tests.processes.installation import Installation

pytestmark = pytest.mark.postgres
OF_SEARCH = {"search_assetrow", "search_termsnapshot", "search_indexposition", "search_featureclock"}
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"


def _rows(server: dict[str, str]) -> dict[str, list[Any]]:
    with psycopg.connect(**server | {"dbname": "connector_installed"}) as connected:
        names = [name for (name,) in connected.execute(TABLES).fetchall()]
        ask = SQL("SELECT row_to_json(t)::text FROM {} t ORDER BY 1")
        return {name: connected.execute(ask.format(Identifier(name))).fetchall() for name in names}


def test_row_for_row_and_nothing_changes_when_the_copy_is_damaged(
    installation: Installation, server: dict[str, str], tmp_path: Path
) -> None:
    installation.act("publish", "Early", 3)
    before, copy, damaged = _rows(server), tmp_path / "copy.tar.gz", tmp_path / "damaged.tar.gz"
    installation.run("backup", str(copy))
    installation.act("publish", "Later", 1)
    changed = _rows(server)
    damaged.write_bytes(copy.read_bytes()[:-1_000])
    assert "Nothing was changed." in installation.refused("restore", str(damaged), "--replace")
    assert "--replace" in installation.refused("restore", str(copy))
    assert _rows(server) == changed

    installation.run("restore", str(copy), "--replace")
    after = _rows(server)
    assert len(before["cms_asset"]) == 3
    assert {name: rows for name, rows in before.items() if name not in OF_SEARCH and after[name] != rows} == {}
    assert before.keys() == after.keys()
    assert 0 not in installation.act("found", "Early", 3)
    installation.act("publish", "Again", 1)
    installation.run("search_drain")
    installation.run("search_gate")
