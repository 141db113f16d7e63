"""The rows that could not be used, in a CSV file that opens in any spreadsheet: line, reason, the row as it stands.

Invariant: every rejected row is counted; the file is whole when it is closed, also after an error.
"""

import csv
from pathlib import Path
from types import TracebackType
from typing import TextIO

# How many are kept to be shown where there is no file for them.
SHOWN = 20


class Rejects:
    """Collects rejected rows; `path` may be None."""

    def __init__(self, path: Path | None) -> None:
        self.count = 0
        self.shown: list[tuple[str, str]] = []
        self._path = path
        self._file: TextIO | None = None

    def __enter__(self) -> "Rejects":
        """Raises OSError when the file cannot be made."""
        if self._path is not None:
            self._file = self._path.open("w", encoding="utf-8-sig", newline="")
            self._write("line", "reason", "row", "table")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, line: int, reason: str, raw: str, where: str = "") -> None:
        """One more row that cannot be used. `where`: its table, where there are several."""
        self.count += 1
        if len(self.shown) < SHOWN:
            self.shown.append((f"{where}, line {line:,}" if where else f"Line {line:,}", reason))
        self._write(str(line), reason, raw, where)

    def _write(self, *cells: str) -> None:
        if self._file is not None:
            csv.writer(self._file).writerow([_harmless(cell.encode("utf-8", "replace").decode()) for cell in cells])


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return (
        f"'{cell}"
        if cell.startswith(("=", "+", "@", "\t", "\r")) or (cell[:1] == "-" and not cell[1:2].isdigit())
        else cell
    )
