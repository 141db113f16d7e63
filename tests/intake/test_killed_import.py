"""An import that a power cut ends leaves whole batches, and the next one goes on. Slow: starts real processes."""

import json
import sqlite3

import pytest

from connector.intake.importing import BATCH
from tests.processes.installation import Installation, until

pytestmark = pytest.mark.processes
ROWS = 6_000


def count(installation: Installation, table: str) -> int:
    with sqlite3.connect(f"file:{installation.folder / 'db.sqlite3'}?mode=ro", uri=True) as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_killed_import_leaves_whole_batches_and_can_go_on(installation: Installation) -> None:
    path = installation.folder / "ours.jsonl"
    rows = ({"id": str(n), "name": f"Table {n}", "description": "A sewing circle."} for n in range(ROWS))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    importing = installation.start("import_listings", str(path), "--publish")
    until(lambda: count(installation, "cms_asset") >= BATCH)
    installation.kill(importing)
    kept = count(installation, "cms_asset")
    assert kept % BATCH == 0
    assert kept < ROWS
    assert count(installation, "cms_assetsource") == kept
    assert count(installation, "cms_assetinterest") >= kept
    said = installation.run("import_listings", str(path), "--publish")
    assert f"{ROWS - kept:,} new" in said
    assert f"{kept:,} unchanged" in said
    installation.run("search_gate")
