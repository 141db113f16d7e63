"""An installation out of its copy: proven whole first, then put in place, brought up to now, its index built anew.

Invariant: until everything in the file has been compared, nothing changes; a database that cannot be loaded leaves the
one that is there, and its files, as they were.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from connector.installation.archive import ArchiveProblem, Manifest, unpack
from connector.installation.copying import KEY, files_below
from connector.installation.database import PART, check, is_empty, load

# Packages whose migrations are never squashed away: a name that is not there is of a later time.
OURS = ("connector", "search", "cms")
Say = Callable[[str], object]


class NotEmpty(Exception):
    """Somebody has worked here already."""


def restore(source: Path, *, replace: bool, say: Say) -> Manifest:
    """Raises ArchiveProblem, DatabaseProblem or NotEmpty; then nothing has changed."""
    data: Path = settings.CONNECTOR_DATA
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as made:
        folder = Path(made)
        manifest = unpack(source, folder)
        database = folder / PART[_kind_of(manifest)]
        check(database, manifest.counts)
        if not replace and not (is_empty() and not files_below(Path(settings.MEDIA_ROOT))):
            raise NotEmpty
        say("The copy is whole. Putting it in place.")
        with _files_in_place(folder / "media"):
            load(database, manifest.counts)
        _keep_key((folder / KEY).read_text(), say)
    call_command("migrate", verbosity=0)
    return manifest


def _kind_of(manifest: Manifest) -> str:
    if manifest.database != connection.vendor:
        raise ArchiveProblem(f"It is of {manifest.database}; this installation has {connection.vendor}.")
    if PART[connection.vendor] not in manifest.parts or KEY not in manifest.parts:
        raise ArchiveProblem("It holds no database or no key.")
    if newer := _unknown(manifest.migrations):
        raise ArchiveProblem(f"It was made by a newer Connector ({newer[0]}). Bring this one up to date first.")
    return manifest.database


def _unknown(applied: list[str]) -> list[str]:
    """Migrations of ours, or of a package that is not here, that this product does not have."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    others = {each.label for each in apps.get_app_configs() if each.name.split(".")[0] not in OURS}
    return sorted(name for name in set(applied) - known if name.split(".")[0] not in others)


@contextmanager
def _files_in_place(files: Path) -> Iterator[None]:
    """Files that people gave, in the place of those that are there, which come back should the block fail."""
    media = Path(settings.MEDIA_ROOT)
    before = files.with_name("media-before")
    files.mkdir(exist_ok=True)
    if media.exists():
        media.rename(before)
    try:
        shutil.move(files, media)
        for at, _, names in os.walk(media):
            Path(at).chmod(0o755)
            for name in names:
                Path(at, name).chmod(0o644)
        yield
    except BaseException:
        shutil.rmtree(media, ignore_errors=True)
        if before.exists():
            before.rename(media)
        raise


def _keep_key(key: str, say: Say) -> None:
    """The key of the copy, for its owner alone. Where the environment gives another, say what to do."""
    path: Path = settings.CONNECTOR_KEY_FILE
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(key)
    if os.environ.get("CONNECTOR_SECRET_KEY", key) != key:
        say(f"The copy has another key than CONNECTOR_SECRET_KEY. Set that to what is in {path}, or second steps fail.")
