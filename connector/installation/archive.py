"""One file that holds an installation: a gzipped tar with a manifest of every part's size and SHA-256.

Invariant: a file is written beside its name and takes the name when it is whole, readable by its owner alone; what is
unpacked has been compared with the manifest, part by part, and lies below the folder that was given.
"""

import hashlib
import json
import os
import tarfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

FORMAT = 1
MANIFEST = "manifest.json"
_CHUNK = 1024 * 1024


class ArchiveProblem(Exception):
    """The file is not a whole copy of an installation. The message says what is wrong with it."""


@dataclass(frozen=True)
class Manifest:
    """`counts`: rows of each table. `migrations`: "app.name", applied. `parts`: name -> [bytes, SHA-256]."""

    made_at: str
    database: str
    counts: dict[str, int]
    migrations: list[str]
    parts: dict[str, list[Any]]
    format: int = FORMAT


def described(parts: Mapping[str, Path]) -> dict[str, list[Any]]:
    return {name: [path.stat().st_size, _digest(path)] for name, path in sorted(parts.items())}


def pack(target: Path, manifest: Manifest, parts: Mapping[str, Path], folder: Path) -> None:
    """Write the archive; `folder` takes the manifest on the way. Raises FileExistsError rather than replace a file."""
    if target.exists():
        raise FileExistsError(target)
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1))
    part = target.with_name(f".{target.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as tar:
                for name, path in {MANIFEST: folder / MANIFEST, **parts}.items():
                    tar.add(path, arcname=name, recursive=False)
            file.flush()
            os.fsync(file.fileno())
        os.link(part, target)  # refuses where somebody made the file meanwhile
    finally:
        part.unlink(missing_ok=True)


def unpack(source: Path, folder: Path) -> Manifest:
    """Unpack and compare. Raises ArchiveProblem; what was unpacked until then is worth nothing."""
    try:
        with tarfile.open(source, mode="r:gz") as tar:
            for member in tar:
                _take(tar, member, folder)
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text()))
    except (tarfile.TarError, EOFError, OSError, zlib.error) as problem:
        raise ArchiveProblem(f"{source.name} is damaged or cut short.") from problem
    except (ValueError, TypeError) as problem:
        raise ArchiveProblem(f"{source.name} is no copy of an installation: its manifest cannot be read.") from problem
    if manifest.format != FORMAT:
        raise ArchiveProblem(f"{source.name} has format {manifest.format}; this Connector reads {FORMAT}.")
    _compare(source, manifest, folder)
    return manifest


def _take(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    path = PurePosixPath(member.name)
    if not member.isfile() or path.is_absolute() or ".." in path.parts:
        raise ArchiveProblem(f"It holds {member.name!r}, which no copy of an installation does.")
    target, opened = folder / path, tar.extractfile(member)
    target.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while opened and (chunk := opened.read(_CHUNK)):
            file.write(chunk)


def _compare(source: Path, manifest: Manifest, folder: Path) -> None:
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    there.pop(MANIFEST)
    if there.keys() != manifest.parts.keys():
        raise ArchiveProblem(f"{source.name} does not hold what its manifest names.")
    wrong = [name for name, told in described(there).items() if told != manifest.parts[name]]
    if wrong:
        raise ArchiveProblem(f"{source.name} is damaged: {wrong[0]} is not as it was written.")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
