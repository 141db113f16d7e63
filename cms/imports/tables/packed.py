"""What was given, opened: one file, a folder of files, or either of them packed with gzip or zip.

Invariant: nothing is unpacked to the disk, and never more than `MOST_BYTES` to the memory; what is no table is named
with a reason, and a packed file that breaks off gives what can be read of it and says so.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cms.imports.tables.table import MOST_BYTES, MOST_TABLES

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_MEGABYTE = 1_000_000
TOO_BIG = f"is larger than {MOST_BYTES // _MEGABYTE} megabytes unpacked. Split it and import the parts"
_NOT_TABLES = (".md", ".pdf", ".docx", ".doc", ".html", ".png", ".jpg", ".jpeg", ".xml", ".exe")


class UnusableFile(Exception):
    """A file that cannot be used at all. The message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside of what was given. `broken`: why its end is missing."""

    name: str
    data: bytes
    broken: str = ""

    @property
    def is_workbook(self) -> bool:
        return self.data.startswith(ZIP) and _is_workbook(self.data)


def parts_of(path: Path, name: str = "") -> Iterator[Part | UnusableFile]:
    """Every file in it, in order of names. `name`: what people call it."""
    name = name or path.name
    try:
        if path.is_dir():
            yield from _in_folder(path)
            return
        if path.stat().st_size > MOST_BYTES:
            yield UnusableFile(f"{name} {TOO_BIG}.")
            return
        data = path.read_bytes()
    except FileNotFoundError:
        yield UnusableFile(f"There is no file {path}. Check the name and the folder.")
        return
    except OSError as error:
        yield UnusableFile(f"{name} cannot be opened: {(error.strerror or 'it cannot be read').lower()}.")
        return
    yield from _in_data(name, data)


def _in_folder(path: Path) -> Iterator[Part | UnusableFile]:
    found = [child for child in sorted(path.iterdir()) if child.is_file() and not child.name.startswith((".", "~"))]
    usable = [child for child in found if not child.name.lower().endswith(_NOT_TABLES)]
    if not usable:
        yield UnusableFile(f"There are no tables in the folder {path}. Put CSV or Excel files in it.")
    for child in usable[:MOST_TABLES]:
        yield from parts_of(child)


def _in_data(name: str, data: bytes, *, packed: bool = False) -> Iterator[Part | UnusableFile]:
    if data.startswith(GZIP):
        unpacked, broken = _gunzipped(data)
        if len(unpacked) > MOST_BYTES:
            yield UnusableFile(f"{name} {TOO_BIG}.")
        elif broken and not unpacked:
            yield UnusableFile(f"{name} is packed and damaged: {broken}. Get a whole copy.")
        else:
            yield Part(name.removesuffix(".gz"), unpacked, broken)
    elif data.startswith(ZIP) and not packed:
        yield from _in_zip(name, data)
    elif data.startswith(OLD_EXCEL):
        yield UnusableFile(
            f"{name} is an old Excel workbook, or has a password. Open it in Excel and save it as .xlsx."
        )
    elif not data.strip():
        yield UnusableFile(f"{name} is empty. Export it again.")
    else:
        yield Part(name, data)


def _in_zip(name: str, data: bytes) -> Iterator[Part | UnusableFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            infos = [info for info in packed.infolist() if not info.is_dir()]
            if sum(info.file_size for info in infos) > MOST_BYTES or len(infos) > 5_000:
                yield UnusableFile(f"{name} {TOO_BIG}.")
            elif _is_workbook(data):
                yield Part(name, data)
            else:
                yield from _members(name, packed, infos)
    except (zipfile.BadZipFile, OSError, NotImplementedError):
        yield UnusableFile(f"{name} is packed and damaged. Get a whole copy, or unpack it and give the files in it.")


def _members(name: str, packed: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> Iterator[Part | UnusableFile]:
    left, none = MOST_BYTES, True
    for info in sorted(infos, key=lambda info: info.filename)[: MOST_TABLES * 2]:
        short = info.filename.replace("\\", "/").rpartition("/")[2]
        if not short or short.startswith((".", "~", "__")) or "__MACOSX" in info.filename:
            continue
        if short.lower().endswith(_NOT_TABLES):
            continue
        none = False
        try:
            with packed.open(info) as member:
                content = member.read(left + 1)  # a size that lies is caught by counting
        except (RuntimeError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            yield UnusableFile(f"{short} in {name} is damaged or has a password. Unpack it and give the file itself.")
            continue
        left -= len(content)
        if left < 0:
            yield UnusableFile(f"{name} {TOO_BIG}.")
            return
        yield from _in_data(short, content, packed=not content.startswith(ZIP) or not _is_workbook(content))
    if none:
        yield UnusableFile(f"There are no tables in {name}. Put CSV or Excel files in it.")


def _is_workbook(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "[Content_Types].xml" in packed.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def _gunzipped(data: bytes) -> tuple[bytes, str]:
    """All that can be unpacked, and why it ends too early."""
    found: list[bytes] = []
    size = 0
    while data.startswith(GZIP):
        worker = zlib.decompressobj(31)
        try:
            piece = worker.decompress(data, MOST_BYTES + 1 - size)
        except zlib.error:
            return b"".join(found) + _as_far_as_whole(data, MOST_BYTES - size), "it is damaged"
        found.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            break
        if not worker.eof:
            return b"".join(found), "its end is missing"
        data = worker.unused_data
    return b"".join(found), ""


def _as_far_as_whole(data: bytes, most: int) -> bytes:
    """The part before the damage, a little at a time."""
    worker = zlib.decompressobj(31)
    found: list[bytes] = []
    for start in range(0, len(data), 4_096):
        try:
            found.append(worker.decompress(data[start : start + 4_096]))
        except zlib.error:
            break
        if sum(map(len, found[-1:])) > most:
            break
    return b"".join(found)
