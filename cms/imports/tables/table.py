"""What any file becomes before it is understood: named tables of text cells, with the numbers of their lines.

Invariant: pure; every line of a file is in a table as a row, or as a problem with its number; nothing is dropped in
silence. A row has as many cells as its table has columns.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

# Together these hold every council's directory that we know of a dozen times over, and no machine in trouble.
MOST_BYTES = 300_000_000
MOST_ROWS = 500_000
MOST_TABLES = 60
MOST_COLUMNS = 400
# A cell longer than this is a file pasted into a cell; no field of the catalogue keeps so much.
LONGEST_CELL = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the number of its (first) line or sheet row, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineProblem:
    """A line that cannot be read as a row: why, with what to do, and the line as it stands."""

    line: int
    reason: str
    raw: str = ""


@dataclass(slots=True)
class Table:
    """One table. `name`: the file or sheet; `notes`: what was put right; `broken`: why it ends too early."""

    name: str
    headings: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)
    problems: list[LineProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    broken: str = ""

    def column(self, at: int, most: int | None = None) -> list[str]:
        """The cells of a column that say something, from the top; at most so many."""
        found = []
        for row in self.rows:
            if text := row.cells[at].strip():
                found.append(text)
                if most is not None and len(found) >= most:
                    break
        return found


@dataclass(slots=True)
class Grid:
    """Cells before anybody has said which row names the columns."""

    name: str
    rows: list[Row] = field(default_factory=list)
    problems: list[LineProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    broken: str = ""


def raw_of(cells: Iterable[str]) -> str:
    """Cells as one line, for the list of rejected rows."""
    return " | ".join(" ".join(cell.split())[:2_000] for cell in cells)
