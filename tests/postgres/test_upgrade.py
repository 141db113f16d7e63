"""A database of an earlier state comes up to now on PostgreSQL as it does on SQLite."""

from pathlib import Path

import pytest
from psycopg.sql import SQL, Identifier

from tests.postgres.conftest import _address, _ask, _drop
from tests.processes.installation import Installation
from tests.upgrade.test_from_each_state import nothing_is_lost

pytestmark = pytest.mark.postgres


def test_nothing_is_lost(server: dict[str, str], tmp_path: Path) -> None:
    name = "connector_earlier"
    _ask(server, SQL("CREATE DATABASE {}").format(Identifier(name)))
    try:
        nothing_is_lost(Installation(tmp_path, database=_address(server, name)), "groups asked")
    finally:
        _drop(server, name)
