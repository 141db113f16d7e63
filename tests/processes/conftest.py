"""A migrated installation, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes.installation import Installation


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    Installation(folder).run("migrate", "--verbosity", "0")
    return folder


@pytest.fixture
def installation(migrated: Path, tmp_path: Path) -> Iterator[Installation]:
    shutil.copytree(migrated, tmp_path / "data")
    made = Installation(tmp_path / "data")
    yield made
    made.end()
