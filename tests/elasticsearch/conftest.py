"""What only a genuine Elasticsearch can show. `make test-es` gives the server; without one these tests fail and say so.

Invariant: each test, or class of tests, has indexes of its own below a prefix of its own, and leaves none behind.
"""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.options import Options

Make = Callable[[], ElasticsearchEngine]
# A busy machine may think long about making an index.
PATIENT = 30.0


@pytest.fixture(scope="session")
def urls() -> tuple[str, ...]:
    """Where the server is."""
    given = os.environ.get("ELASTICSEARCH_URL")
    assert given, "These tests need an Elasticsearch server. Type: make test-es"
    return tuple(given.split(","))


@pytest.fixture(scope="module")
def make(urls: tuple[str, ...]) -> Iterator[Make]:
    """New engines, each with a prefix of its own."""
    made: list[Options] = []

    def engine() -> ElasticsearchEngine:
        made.append(Options(urls=urls, prefix=f"test-{secrets.token_hex(4)}", search_seconds=PATIENT))
        return ElasticsearchEngine(made[-1])

    yield engine
    for options in made:
        drop(options)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any) -> Path:
    """Takes the place of the fixture of the same name, which runs migrations that this run has seen already."""
    from django.db import connection

    folder = tmp_path_factory.mktemp("migrated")
    with django_db_blocker.unblock(), closing(sqlite3.connect(folder / "db.sqlite3")) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    return folder


def drop(options: Options) -> None:
    """Every index of the prefix."""
    client = options.client()
    found = client.indices.get(index=f"{options.prefix}-*", features="aliases")
    for name in found:
        client.indices.delete(index=name)
    client.close()
