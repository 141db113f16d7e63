"""A migrated test database kept between runs: Wagtail's migrations take longer than many a suite.

Invariant: it is used only while everything that makes it is as it was: migrations, models, the vocabulary, roles, and
the pinned versions. SQLite only; elsewhere, and at the first run, the migrations are run for real.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest import mock

from django.core import management
from django.db import connection

ROOT = Path(__file__).parents[1]
# What a fresh database is made from.
MAKERS = (
    "requirements.txt",
    "cms/*.py",
    "cms/models/*.py",
    "cms/vocabulary/*",
    "connector/accounts/*.py",
    "connector/core/*.py",
    "connector/settings/*.py",
    "[cs]*/**/apps.py",
    "[cs]*/**/migrations/*.py",
)


@contextmanager
def migrated_once(folder: Path) -> Iterator[None]:
    """The first `migrate` while it lasts, which makes the test database, is a copy of what is kept in `folder` where
    that still fits; else it is run, and kept there."""
    run = management.call_command

    def call_command(name: str, *args: Any, **options: Any) -> Any:
        if name != "migrate" or connection.vendor != "sqlite":
            return run(name, *args, **options)
        patch.stop()
        kept = folder / f"{_digest()}.sqlite3"
        if kept.exists():
            return _copy_in(kept)
        done = run(name, *args, **options)
        _copy_out(kept)
        return done

    patch = mock.patch.object(management, "call_command", call_command)
    patch.start()
    yield
    patch.stop()


def _digest() -> str:
    found = sha256(sqlite3.sqlite_version.encode())
    for pattern in MAKERS:
        for file in sorted(file for file in ROOT.glob(pattern) if file.is_file()):
            found.update(file.read_bytes())
    return found.hexdigest()[:20]


def _copy_in(kept: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(f"file:{kept}?mode=ro", uri=True)) as source:
        source.backup(connection.connection)


def _copy_out(kept: Path) -> None:
    """One file at a time is kept; whoever reads another goes on with what is open."""
    connection.ensure_connection()
    fresh = kept.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(fresh)) as target:
        connection.connection.backup(target)
    for old in kept.parent.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    fresh.replace(kept)
