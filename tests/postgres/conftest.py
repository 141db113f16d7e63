"""What only a PostgreSQL server can show. `make test-pg` gives the server; without one these tests fail and say so.

Invariant: here the log is read as a council's installation reads it, below the oldest transaction still running; and
each installation has a database of its own, copied from one that was migrated once.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from psycopg.sql import SQL, Identifier

from tests.processes.installation import Installation


@pytest.fixture(scope="session", autouse=True)
def server() -> dict[str, str]:
    """Where the server is, as psycopg takes it."""
    given = settings.DATABASES["default"]
    assert given["ENGINE"].endswith("postgresql"), "These tests need a PostgreSQL server. Type: make test-pg"
    return {"user": given["USER"], "dbname": "postgres", "host": given["OPTIONS"]["host"]}


@pytest.fixture(scope="session", autouse=True)
def _changes_are_read_at_once() -> None:
    """Takes the place of the fixture of the same name: these tests commit."""


@pytest.fixture(scope="session")
def template(server: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a migrated database, and the folder beside it."""
    name = "connector_template"
    _ask(server, SQL("CREATE DATABASE {}").format(Identifier(name)))
    made = Installation(tmp_path_factory.mktemp("migrated"), database=_address(server, name))
    made.run("migrate", "--verbosity", "0")
    yield name
    _drop(server, name)


@pytest.fixture
def installation(server: dict[str, str], template: str, tmp_path: Path) -> Iterator[Installation]:
    name = "connector_installed"
    _ask(server, SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
    (tmp_path / "data").mkdir()
    made = Installation(tmp_path / "data", database=_address(server, name))
    yield made
    made.end()
    _drop(server, name)


def _address(server: dict[str, str], name: str) -> str:
    return f"postgres://{server['user']}@/{name}?host={server['host']}"


def _drop(server: dict[str, str], name: str) -> None:
    _ask(server, SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def _ask(server: dict[str, str], what: Any) -> None:
    with psycopg.connect(**server, autocommit=True) as connected:
        connected.execute(what)
