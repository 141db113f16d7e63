"""Migrations say all that the models say, and their names say what they do.

That they apply from nothing is shown by every test that has a database: the suite's is made by them.
"""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.architecture.tree import ROOT, python

MOST_LETTERS = 60
NAME = re.compile(r"\d{4}_[a-z0-9_]+")
# What Django calls a migration that nobody named.
UNNAMED = re.compile(r"\d{4}_(?:auto_|.*_and_more$|.*_(?:alter|remove|rename|add)_.*_(?:alter|remove|rename|add)_)")


def names() -> list[str]:
    """The migrations of ours by path."""
    return [name for name in python() if Path(name).parent.name == "migrations" and not name.endswith("__init__.py")]


@pytest.mark.django_db
def test_nothing_is_missing() -> None:
    said = StringIO()
    call_command("makemigrations", check_changes=True, dry_run=True, stdout=said)
    assert "No changes detected" in said.getvalue()


@pytest.mark.parametrize("path", names())
def test_a_migration_is_named_after_what_it_does(path: str) -> None:
    name = Path(path).stem
    assert NAME.fullmatch(name)
    assert len(name) <= MOST_LETTERS
    assert not UNNAMED.match(name)


def test_no_two_migrations_are_the_last() -> None:
    assert MigrationLoader(None).detect_conflicts() == {}


def test_every_app_of_ours_with_models_has_migrations() -> None:
    folders = {Path(config.path) for config in apps.get_app_configs() if list(config.get_models())}
    ours = {
        folder.relative_to(ROOT).as_posix()
        for folder in folders
        if folder.is_relative_to(ROOT) and ".venv" not in folder.parts
    }
    assert ours
    assert ours == {Path(path).parent.parent.as_posix() for path in names()}
