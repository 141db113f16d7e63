"""What an import reads: our own JSON lines as a stream, and everything else as tables that are understood together.

Invariant: every file has an answer before the first row is read; one that breaks off gives its whole rows first, and
the error comes at the end.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from cms.imports.directory import Directory
from cms.imports.mapping.understanding import Chosen
from cms.imports.reading import NumberedRow, OpenedFile, UnreadableFileError
from cms.imports.rows import TEXTS

_HEAD = 200_000
FIELDS = {*TEXTS, "taxonomy", "lat", "lon", "active", "url", "ukcat", "icnptso", "sample"}


class Inputs:
    """Files (path, what people call it) as rows. Raises UnreadableFileError where nothing of them can be used."""

    def __init__(self, files: Sequence[tuple[Path, str]], chosen: Chosen | None = None, as_format: str = "") -> None:
        ours = [(path, name) for path, name in files if as_format != "csv" and (as_format == "jsonl" or is_ours(path))]
        others = [file for file in files if file not in ours]
        self.directory = Directory(others, chosen, as_format) if others else None
        self._open = [(OpenedFile(path, "jsonl"), name) for path, name in ours]
        self._several = len(self._open) > 1
        if not self._open and (self.directory is None or not self.directory.understanding.mains):
            raise UnreadableFileError(_why_nothing(self.directory))

    def __enter__(self) -> "Inputs":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for file, _ in self._open:
            file.__exit__(kind, error, at)

    @property
    def count(self) -> int | None:
        """How many rows there will be; None where nobody knows before the end."""
        return None if self._open or self.directory is None else self.directory.count

    def rows(self) -> Iterator[NumberedRow]:
        """Every row. Raises UnreadableFileError at the end where a file broke off."""
        broken = []
        for file, name in self._open:
            try:
                for row in file.rows():
                    yield NumberedRow(row.line, row.values, row.problem, row.raw, name) if self._several else row
            except UnreadableFileError as error:
                broken.append(str(error))
        if self.directory is not None:
            yield from self.directory.rows()
            broken += self.directory.broken
        if broken:
            raise UnreadableFileError(" ".join(broken))

    def remarks(self) -> Iterator[str]:
        """What a person should know about the files."""
        if self.directory is not None:
            yield from self.directory.remarks()


def is_ours(path: Path) -> bool:
    """Whether a file holds JSON lines of our own fields: its first object has a name, or nothing but our fields."""
    try:
        with path.open("rb") as raw:
            head = raw.read(_HEAD)
        if head.startswith(b"\x1f\x8b"):
            head = zlib.decompressobj(31).decompress(head, _HEAD)
    except (OSError, zlib.error):
        return False
    lines = head.removeprefix(b"\xef\xbb\xbf").splitlines()
    for line in lines:
        if not line.strip():
            continue
        if not line.lstrip().startswith(b"{"):
            return False
        try:
            first = json.loads(line)
        except (ValueError, RecursionError):
            continue
        keys = {str(key).strip().lower() for key in first} if isinstance(first, dict) else set()
        return "name" in keys or bool(keys and keys <= FIELDS)
    return False


def _why_nothing(directory: Directory | None) -> str:
    if directory is None:
        return "There is no file to read."
    told = [*directory.opened.unusable]
    told += [f"{each.table.name}: {each.why}" for each in directory.understanding.tables if each.why]
    return " ".join(told) or "There is no table in the file. Give a CSV file or an Excel workbook (.xlsx)."
