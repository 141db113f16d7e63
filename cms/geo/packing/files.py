"""Read compressed sources and write packed files.

Invariant: the same rows give the same bytes.
"""

import csv
import gzip
import struct
from collections.abc import Iterable
from pathlib import Path

from cms.geo import layout

SourceRow = dict[str, str]


class Texts:
    """Texts one after another, each kept once and ended by a zero byte."""

    def __init__(self) -> None:
        self.bytes = bytearray()
        self._seen: dict[str, tuple[int, int]] = {}

    def add(self, text: str) -> tuple[int, int]:
        """Where the text starts and how many bytes it has."""
        if text not in self._seen:
            raw = text.encode()
            self._seen[text] = len(self.bytes), len(raw)
            self.bytes += raw + b"\0"
        return self._seen[text]


def read_rows(path: Path) -> list[SourceRow]:
    """The rows of a CSV file with a header, compressed or plain."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return list(csv.DictReader(text.splitlines()))


def steps(degrees: str | float) -> int:
    """Degrees as whole steps of 1/100,000."""
    return round(float(degrees) * layout.STEPS)


def write(path: Path, row_layout: str, rows: Iterable[tuple]) -> None:
    """One packed row after another."""
    row = struct.Struct(row_layout)
    path.write_bytes(b"".join(row.pack(*values) for values in rows))
