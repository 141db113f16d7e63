"""A migrated installation, compiled and made once for all suites and copied for each test (see `tests/conftest.py`)."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes.installation import Installation


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """Kept in pytest's own cache, so that one suite after another need not compile all of it once more: Python itself
    sees whether it still fits."""
    return pytestconfig.cache.mkdir("compiled") if pytestconfig.cache else tmp_path_factory.mktemp("compiled")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    Installation(folder, compiled).run("migrate", "--verbosity", "0")
    return folder


@pytest.fixture
def installation(migrated: Path, compiled: Path, tmp_path: Path) -> Iterator[Installation]:
    shutil.copytree(migrated, tmp_path / "data")
    made = Installation(tmp_path / "data", compiled)
    yield made
    made.end()
