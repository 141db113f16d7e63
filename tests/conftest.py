"""What every test may ask for: an index of its own, and people who look at it.

Invariant: no test sees another's index, features or vocabulary. The engine is the one in memory; a test that asks for
`tantivy_engine` gets a folder of its own.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from pytest_django import Settings

from cms.visibility import PUBLIC, Viewer

# The same examples at every run: what one checkout passes, another passes too. Longer hunts are for a desk.
hypothesis.settings.register_profile("suite", derandomize=True)
hypothesis.settings.load_profile("suite")


@pytest.fixture(autouse=True)
def _index_of_its_own(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.memory"
    # A test is one transaction that never commits: on PostgreSQL, what it wrote would stay out of reach of a drain.
    monkeypatch.setattr("search.indexing.outbox.OLDEST_RUNNING", str(2**63 - 1))
    _forget()
    yield
    _forget()


@pytest.fixture
def engine() -> Any:
    """The engine of this test, empty: the one in memory."""
    from search.engines import get_engine

    return get_engine()


@pytest.fixture
def tantivy_engine(settings: Settings, tmp_path: Path) -> Any:
    """The embedded engine in a folder of its own, empty; everything else in the test uses it too."""
    from search.engines import get_engine

    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.tantivy"
    settings.CONNECTOR_INDEX_DIR = tmp_path / "index"
    _forget()
    return get_engine()


@pytest.fixture
def up_to_date(db: None) -> Callable[[], None]:
    """Call it to bring all that was changed into the index, building it where there is none."""
    from search.refresh import bring_up_to_date

    return lambda: bring_up_to_date(lambda text: None)


@pytest.fixture
def committing_db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A database that really commits, put back afterwards just as it was (a flush would take what migrations made)."""
    from django.db import connection

    with django_db_blocker.unblock(), _put_back(connection):
        yield


@contextmanager
def _put_back(connection: Any) -> Iterator[None]:
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(":memory:")) as kept:
            connection.ensure_connection()
            connection.connection.backup(kept)
            yield
            connection.ensure_connection()
            kept.backup(connection.connection)
        return
    from django.core.management import call_command

    rows = connection.creation.serialize_db_to_string()
    yield
    call_command(
        "flush", verbosity=0, interactive=False, reset_sequences=False, allow_cascade=True, inhibit_post_migrate=True
    )
    connection.creation.deserialize_db_from_string(rows)


@pytest.fixture
def public() -> Viewer:
    """Somebody who is not signed in."""
    return PUBLIC


@pytest.fixture
def worker() -> Viewer:
    """A social worker, signed in."""
    return Viewer(works=True)


@pytest.fixture
def connector() -> Viewer:
    """A community connector, signed in."""
    return Viewer(works=True, curates=True)


def _forget() -> None:
    from search.engines import reset_engine
    from search.features import table
    from search.interests import look_again

    reset_engine()
    table().forget()
    look_again()
