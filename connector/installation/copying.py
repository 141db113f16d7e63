"""An installation into one file, while it serves: database, files that people gave, the key.

Invariant: nothing of the installation changes. The index is left out: it is made again from the database.
"""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from connector.installation.archive import Manifest, described, pack
from connector.installation.database import PART, dump

KEY = "keys/secret_key"


def back_up(target: Path) -> Manifest:
    """Write the copy. Raises FileExistsError and DatabaseProblem."""
    with tempfile.TemporaryDirectory(prefix=".copy-", dir=target.parent) as made:
        folder = Path(made)  # only its owner may look in
        parts = {PART[connection.vendor]: folder / "database", KEY: folder / "key"}
        # First the rows, then the files: a file that a row names is there, one that came later is there too.
        counts = dump(folder / "database")
        (folder / "key").write_text(settings.SECRET_KEY)
        parts |= files_below(Path(settings.MEDIA_ROOT))
        manifest = Manifest(
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            database=connection.vendor,
            counts=counts,
            migrations=sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()),
            parts=described(parts),
        )
        pack(target, manifest, parts, folder)
    return manifest


def files_below(media: Path) -> dict[str, Path]:
    """Name in the archive -> file."""
    found = (Path(at) / name for at, _, names in os.walk(media) for name in names)
    return {f"media/{path.relative_to(media).as_posix()}": path for path in found if path.is_file()}
