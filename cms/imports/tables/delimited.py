"""Lines of CSV and its relations as a grid: comma, semicolon, tab or bar between the cells.

Invariant: pure; a line that cannot be read is a problem with its number, and the lines after it are still read. After
a quotation mark that nobody closes, only rows of the usual length are believed.
"""

import csv
from collections import Counter, deque
from collections.abc import Iterable, Iterator

from cms.imports.tables.table import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Grid, LineProblem, Row

DELIMITERS = ",;\t|"
_TRIED = 60
# A quotation mark that is never closed swallows what follows: so often the lines after it are given back.
_GIVEN_BACK = 40
_LONGEST_KEPT = 4_000

TOO_LONG = (
    f"A cell here is longer than {LONGEST_CELL:,} letters, or a quotation mark is opened and not closed. "
    "Shorten the text, or close the quotation mark."
)
BAD_MARKS = 'The quotation marks are not right. Write a quotation mark inside a text twice: "".'


def delimited(name: str, lines: Iterable[str]) -> Grid:
    """The grid of a text file."""
    kept = list(lines)
    grid = Grid(name)
    if kept and (said := kept[0].strip().lower()).startswith("sep=") and len(said) == 5:
        delimiter = said[4]
        kept[0] = "\n"
    else:
        delimiter = delimiter_of(kept)
    for row in _Reader(kept, delimiter).rows():
        if isinstance(row, LineProblem):
            grid.problems.append(row)
        elif any(cell.strip() for cell in row.cells):
            grid.rows.append(row)
        if len(grid.rows) >= MOST_ROWS:
            grid.broken = f"Only the first {MOST_ROWS:,} rows are read. Split the file and import the parts."
            break
    return grid


def delimiter_of(lines: Iterable[str]) -> str:
    """What stands between the cells: that which divides most of the first lines into the same number of cells."""
    head = [line for line in lines if line.strip()][:_TRIED]
    best, most = ",", 0.0
    for delimiter in DELIMITERS:
        try:
            counts = Counter(len(cells) for cells in csv.reader(head, delimiter=delimiter) if any(cells))
        except csv.Error:
            continue
        usual = max((size * times for size, times in counts.items() if size > 1), default=0)
        if usual > most:
            best, most = delimiter, usual
    return best


class _Reader:
    """Reads rows and goes on after a fault."""

    def __init__(self, lines: list[str], delimiter: str) -> None:
        self._lines = deque(enumerate(lines, 1))
        self._taken: list[tuple[int, str]] = []
        self._delimiter = delimiter
        self._doubtful_until = 0
        self._usual = 0
        self._given_back = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if not self._lines:
            raise StopIteration
        number, line = self._lines.popleft()
        self._taken.append((number, line))
        return line

    def rows(self) -> Iterator[Row | LineProblem]:
        before = csv.field_size_limit(LONGEST_CELL)
        try:
            yield from self._rows()
        finally:
            csv.field_size_limit(before)

    def _rows(self) -> Iterator[Row | LineProblem]:
        widths: Counter[int] = Counter()
        reader = csv.reader(self, delimiter=self._delimiter, strict=True)
        while self._lines:
            self._taken = []
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield self._fault(error)
                reader = csv.reader(self, delimiter=self._delimiter, strict=True)
                continue
            number = self._taken[0][0] if self._taken else 0
            if number <= self._doubtful_until and any(cells) and len(cells) != self._usual:
                yield LineProblem(number, TOO_LONG, self._raw())
                continue
            widths[len(cells)] += 1
            self._usual = widths.most_common(1)[0][0]
            yield Row(number, tuple(cells[:MOST_COLUMNS]))

    def _fault(self, error: csv.Error) -> LineProblem:
        number, raw = self._taken[0][0], self._taken[0][1]
        long = "field larger" in str(error) or "unexpected end" in str(error)
        if long and len(self._taken) > 1 and self._given_back < _GIVEN_BACK:
            self._given_back += 1
            self._doubtful_until = self._taken[-1][0]
            self._lines.extendleft(reversed(self._taken[1:]))
            return LineProblem(number, TOO_LONG, raw.rstrip("\r\n")[:_LONGEST_KEPT])
        return LineProblem(number, TOO_LONG if long else BAD_MARKS, self._raw())

    def _raw(self) -> str:
        return "".join(line for _, line in self._taken).rstrip("\r\n")[:_LONGEST_KEPT]
