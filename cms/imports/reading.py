"""A file as numbered rows, read as a stream: JSON lines or CSV, packed with gzip or not.

Invariant: every line of the file is a row, a row with a problem, or blank; nothing is skipped in silence. A file that
breaks off gives its whole rows first and then raises `UnreadableFileError`.
"""

import codecs
import gzip
import io
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

from cms.imports.csv_lines import csv_rows

Format = Literal["jsonl", "csv"]
FORMATS: tuple[Format, ...] = ("jsonl", "csv")
_GZIP = b"\x1f\x8b"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class UnreadableFileError(Exception):
    """A file that cannot be read (further). The message says why and what to do."""


@dataclass(frozen=True, slots=True)
class NumberedRow:
    """A row with the number of its (first) line, from 1. `values` is None when `problem` says what is wrong with it.

    `raw`: the line as it stands, where it could not be read; `where`: the table that it is in, where there are several.
    """

    line: int
    values: dict[str, Any] | None = None
    problem: str = ""
    raw: str = ""
    where: str = ""


class OpenedFile:
    """An open file of rows."""

    def __init__(self, path: Path, format: Format, needs: tuple[str, ...] = ("name",)) -> None:
        """`needs`: what the name of one CSV column has to be or begin with. Raises UnreadableFileError."""
        self.format = format
        self._needs = needs
        self._raw = _open(path)
        try:
            self._stream = _unpacked(self._raw)
        except OSError as error:
            self._raw.close()
            raise UnreadableFileError(f"{path} cannot be read: {_reason(error)}.") from error

    def __enter__(self) -> "OpenedFile":
        return self

    def __exit__(self, *_: object) -> None:
        self._raw.close()

    def rows(self) -> Iterator[NumberedRow]:
        """Every row in order. Raises UnreadableFileError where the file breaks off."""
        lines = _Lines(self._stream)
        try:
            yield from _json_rows(lines) if self.format == "jsonl" else _csv(lines, self._needs)
        except (EOFError, zlib.error, OSError) as error:
            raise UnreadableFileError(
                f"The file breaks off after line {lines.number}: {_reason(error)}. "
                "Get a whole copy and import it again; what was read stays."
            ) from error


class _Lines:
    """The lines of a stream as text. `number` is that of the last one given."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            if self.number == 0:
                if line.startswith(_WIDE):
                    raise UnreadableFileError("The file is in UTF-16. Save it again as UTF-8 (in Excel: CSV UTF-8).")
                line = line.removeprefix(codecs.BOM_UTF8)
            self.number += 1
            yield _decoded(line)


def _decoded(line: bytes) -> str:
    """UTF-8; a line that is not is taken for Windows-1252, which no byte fails to be in Latin-1 at the latest."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")


def _json_rows(lines: _Lines) -> Iterator[NumberedRow]:
    for line in lines:
        text = line.strip()
        if text:
            yield _json_row(lines.number, text)


def _json_row(number: int, text: str) -> NumberedRow:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        if number == 1 and text.startswith("["):
            raise UnreadableFileError(
                "The file is one JSON list. Write one JSON object on each line (JSON lines), without commas between."
            ) from error
        return NumberedRow(number, problem=f"This line is not whole JSON: {_json_reason(error)}.", raw=text)
    if number == 1 and isinstance(values, list):
        raise UnreadableFileError("The file is one JSON list. Write one JSON object on each line (JSON lines).")
    if not isinstance(values, dict):
        return NumberedRow(
            number, problem="This line is JSON, but not an object: it needs { and } around it.", raw=text
        )
    return NumberedRow(number, {key.strip().lower(): value for key, value in values.items()}, raw=text)


def _csv(lines: _Lines, needs: tuple[str, ...]) -> Iterator[NumberedRow]:
    try:
        for number, values, problem, raw in csv_rows(iter(lines), needs):
            yield NumberedRow(number, values, problem, raw)
    except ValueError as error:
        raise UnreadableFileError(str(error)) from error


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise UnreadableFileError(f"There is no file {path}. Check the name and the folder.") from error
    except IsADirectoryError as error:
        raise UnreadableFileError(f"{path} is a folder. Name one file in it.") from error
    except OSError as error:
        raise UnreadableFileError(f"{path} cannot be opened: {_reason(error)}.") from error


def _unpacked(raw: BinaryIO) -> BinaryIO:
    packed = raw.read(2) == _GZIP
    raw.seek(0)
    return io.BufferedReader(gzip.GzipFile(fileobj=raw)) if packed else raw  # type: ignore[arg-type,return-value]


def _reason(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "its end is missing"
    if isinstance(error, zlib.error | gzip.BadGzipFile):
        return "it is damaged"
    return (getattr(error, "strerror", "") or str(error)).rstrip(".").lower()


def _json_reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[:1].lower()}{error.msg[1:]}, at letter {error.colno}"
    return "it is nested too deep" if isinstance(error, RecursionError) else "a number in it is too long"
