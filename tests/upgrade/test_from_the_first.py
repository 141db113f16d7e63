"""A database of the first landed state, worked on for a while, comes up to now with every row and field as it was.

What may differ is named here, table by table, and why.
"""

import lzma
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.processes.installation import Installation

pytestmark = pytest.mark.processes
FIRST = Path(__file__).parent / "first_landed.sqlite3.xz"
Row = dict[str, Any]
# Table -> primary key -> row.
Tables = dict[str, dict[Any, Row]]

# Interests that the council left as they were shipped take what the product has learnt since: shown apart, below.
VOCABULARY = {"cms_interest", "cms_interestrelation", "cms_shippedinterest"}
# Wagtail's own first page, which it makes by itself and nobody had changed: our front page took its place.
WELCOME = {"wagtailcore_page": {(2,)}, "wagtailcore_site": {(1,)}}
# What somebody of the council wrote.
OWN_INTERESTS = {"Council's own word for it", "Quoits"}


def restored(path: Path) -> None:
    path.write_bytes(lzma.decompress(FIRST.read_bytes()))


def tables(path: Path) -> Tables:
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _rows(database, name) for name in names if not name.startswith(("wagtailsearch_", "sqlite_"))}


def _rows(database: sqlite3.Connection, name: str) -> dict[Any, Row]:
    keys = [column["name"] for column in database.execute(f'PRAGMA table_info("{name}")') if column["pk"]]
    rows = [dict(row) for row in database.execute(f'SELECT * FROM "{name}"')]
    return {tuple(row[key] for key in keys or sorted(row)): row for row in rows}


def lost(before: dict[Any, Row], after: dict[Any, Row]) -> dict[Any, Any]:
    """The rows that are gone, and the fields that say something else: key -> was and is."""
    found: dict[Any, Any] = {}
    for key, row in before.items():
        now = after.get(key)
        if now is None:
            found[key] = (row, None)
        elif changed := {name: (value, now.get(name)) for name, value in row.items() if now.get(name) != value}:
            found[key] = changed
    return found


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> tuple[Tables, Tables]:
    folder = tmp_path_factory.mktemp("first")
    restored(folder / "db.sqlite3")
    before = tables(folder / "db.sqlite3")
    installation = Installation(folder, compiled)
    installation.run("migrate", "--verbosity", "0")
    installation.run("search_rebuild")
    installation.run("search_gate")
    return before, tables(folder / "db.sqlite3")


def test_every_row_and_field_is_as_it_was(before_and_after: tuple[Tables, Tables]) -> None:
    before, after = before_and_after
    assert len(before["cms_asset"]) > 150
    found = {name: lost(rows, after[name]) for name, rows in before.items() if name not in VOCABULARY}
    assert before["wagtailcore_page"][2,]["title"] == "Welcome to your new Wagtail site!"
    assert found["wagtailcore_site"][1,].keys() == {"root_page_id"}
    assert {name: set(rows) for name, rows in found.items() if rows} == WELCOME


def test_interests_of_the_council_are_as_they_were_and_none_is_gone(before_and_after: tuple[Tables, Tables]) -> None:
    before, after = before_and_after
    own = {key: row for key, row in before["cms_interest"].items() if row["label"] in OWN_INTERESTS}
    assert len(own) == len(OWN_INTERESTS)
    assert lost(own, after["cms_interest"]) == {}
    for name in ("cms_interest", "cms_shippedinterest"):
        kept = {key: {part: row[part] for part in ("id", "code")} for key, row in before[name].items()}
        assert lost(kept, after[name]) == {}
    drawn = {key: row for key, row in before["cms_interestrelation"].items() if (row["source_id"],) in own}
    assert drawn
    assert lost(drawn, after["cms_interestrelation"]) == {}
