"""What every test may ask for: an index of its own, and people who look at it.

Invariant: no test sees another's index, features or vocabulary. The engine is the one in memory; a test that asks for
`tantivy_engine` gets a folder of its own.
"""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hypothesis
import pytest
from django.core.cache import caches
from pytest_django import Settings

from cms.geo.sources import forget_tables
from cms.visibility import PUBLIC, Viewer
from tests.examples import examples
from tests.migrated import migrated_once
from tests.processes.installed import compiled, installation, migrated
from tests.putting_back import put_back

# For every suite that starts processes: made once a run, not once a folder.
__all__ = ["compiled", "installation", "migrated"]

# The same examples at every run, however slow the machine: what one checkout passes, another passes too.
hypothesis.settings.register_profile("suite", derandomize=True, deadline=None, max_examples=examples(150))
hypothesis.settings.load_profile("suite")

# Thousands of tests leave much behind that lives on: looking through it all again and again is a tenth of the time.
gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session", autouse=True)
def _changes_are_read_at_once() -> Iterator[None]:
    """A test is one transaction that never commits: on PostgreSQL, what it wrote would stay out of reach of a drain."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.indexing.outbox.OLDEST_RUNNING", str(2**63 - 1))
        yield


@pytest.fixture(scope="session", autouse=True)
def _references_are_not_noted() -> Iterator[None]:
    """Wagtail's note of what refers to what, at every row that a test writes; a test of its own asks for them."""
    with pytest.MonkeyPatch.context() as patch:
        task = SimpleNamespace(enqueue=lambda *args: None)
        patch.setattr("wagtail.signal_handlers.update_reference_index_task", task)
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: Any,
    django_db_modify_db_settings: None,
    django_db_keepdb: bool,
    django_db_createdb: bool,
) -> Iterator[None]:
    """The database, for whoever asks: pytest-django's own makes none where every test of a run only commits."""
    from django.test.utils import setup_databases, teardown_databases

    keep = django_db_keepdb and not django_db_createdb
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, keepdb=keep)
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None, pytestconfig: pytest.Config) -> Iterator[None]:
    """A migrated database is kept in pytest's own cache."""
    if pytestconfig.cache is None:
        yield
        return
    with migrated_once(pytestconfig.cache.mkdir("migrated")):
        yield


@pytest.fixture(autouse=True)
def _index_of_its_own(settings: Settings) -> Iterator[None]:
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.memory"
    _forget()
    yield
    _forget()


@pytest.fixture(autouse=True)
def _place_names_of_its_own() -> None:
    """The names of wards are looked for again every few seconds only, and those of the last test were rolled back."""
    forget_tables()


@pytest.fixture(autouse=True)
def _pictures_of_its_own() -> None:
    """A row that was rolled back is no picture: the next one may have its number, and another size of it be missing."""
    caches["renditions"].clear()


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

    with django_db_blocker.unblock(), put_back(connection):
        yield


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
    from search.meaning import here

    reset_engine()
    table().forget()
    look_again()
    here.forget()
