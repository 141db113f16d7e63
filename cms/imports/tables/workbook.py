"""Sheets of an Excel workbook (.xlsx) as grids: values as text, never a formula, a macro or a link that runs.

Invariant: read as a stream with saved values alone; a workbook that would unpack to more than `MOST_BYTES` is not
opened. Cells that were merged say in each row what the whole of them says, because a table has no merged cells.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from cms.imports.tables.table import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Grid, LineProblem, Row

_MERGED = re.compile(rb'<mergeCell[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_WITHOUT_VALUE = re.compile(rb"(?:</f>|<f[^>]*/>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_MOST_MERGED_CELLS = 200_000
_EMPTY_IN_A_ROW = 2_000

NO_VALUE = "have a formula without a saved value. Open the workbook in Excel, save it, and import it again"


def grids(name: str, file: BinaryIO) -> list[Grid]:
    """One grid a visible sheet. Raises ValueError (with what to do) where it is no workbook that can be read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that no table needs
        try:
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        except DefusedXmlException as error:
            raise ValueError(
                f"{name} holds what no list of groups needs (entities in its XML). Save it again."
            ) from error
        except Exception as error:
            raise ValueError(
                f"{name} is not an Excel workbook that can be read. Open it in Excel and save it again as .xlsx, "
                "or as CSV UTF-8. (A workbook with a password cannot be read.)"
            ) from error
        try:
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            alone = len(sheets) == 1
            return [_grid(name if alone else sheet.title, sheet, file) for sheet in sheets]
        finally:
            book.close()


def _grid(name: str, sheet: ReadOnlyWorksheet, file: BinaryIO) -> Grid:
    grid = Grid(name)
    merged = _Merged(file, sheet)
    errors = 0
    try:
        sheet.reset_dimensions()
        for number, cells in _rows(sheet):
            texts = [_text(cell) for cell in cells]
            errors += sum(text is None for text in texts)
            told = merged.filled(number, [text or "" for text in texts])
            if any(len(text) > LONGEST_CELL for text in told):
                grid.problems.append(_too_long(number, told))
            elif any(text.strip() for text in told):
                grid.rows.append(Row(number, tuple(told)))
    except Exception:
        grid.broken = f"The sheet {sheet.title} breaks off after row {_last(grid)}. Save the workbook again in Excel."
    if merged.without_value:
        grid.notes.append(f"{merged.without_value:,} cells {NO_VALUE}.")
    if errors:
        grid.notes.append(f"{errors:,} cells hold an error such as #REF! and were read as empty.")
    return grid


def _too_long(number: int, told: list[str]) -> LineProblem:
    return LineProblem(
        number, f"A cell has more than {LONGEST_CELL:,} letters. Shorten it.", " | ".join(text[:200] for text in told)
    )


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, tuple[Any, ...]]]:
    empty = 0
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS), 1):
        cells = cells[:MOST_COLUMNS]
        empty = 0 if any(cell.value is not None for cell in cells) else empty + 1
        if empty > _EMPTY_IN_A_ROW:
            return
        if not empty:
            yield number, cells


def _text(cell: Any) -> str | None:
    """A cell's value as somebody would type it; None for an error."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        # Excel keeps a time of day as a part of the day before its first: openpyxl gives a time, or 1899 and 1904.
        if value.year <= 1904 and value.date() in (date(1899, 12, 30), date(1899, 12, 31), date(1904, 1, 1)):
            return f"{value:%H:%M}"
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _last(grid: Grid) -> int:
    return grid.rows[-1].line if grid.rows else 0


class _Merged:
    """Merged ranges of a sheet, which a stream of rows does not give, and whether formulas lack their values."""

    def __init__(self, file: BinaryIO, sheet: ReadOnlyWorksheet) -> None:
        self._said: dict[tuple[int, int], str] = {}
        self._from_above: dict[tuple[int, int], tuple[int, int]] = {}
        self.without_value = 0
        path = getattr(sheet, "_worksheet_path", "")
        if path:
            self._read(file, path)

    def _read(self, file: BinaryIO, path: str) -> None:
        at = file.tell()
        try:
            file.seek(0)
            with zipfile.ZipFile(file) as packed, packed.open(path) as part:
                self._scan(part)
        except (OSError, KeyError, zipfile.BadZipFile):
            return
        finally:
            file.seek(at)

    def _scan(self, part: Any) -> None:
        cells = 0
        for data in _pieces(part):
            self.without_value += len(_WITHOUT_VALUE.findall(data))
            for ref in _MERGED.findall(data):
                left, top, right, bottom = range_boundaries(ref.decode())
                cells += (right - left + 1) * (bottom - top + 1)
                if cells > _MOST_MERGED_CELLS:
                    return
                self._cover_with(left, top, right, bottom)

    def _cover_with(self, left: int, top: int, right: int, bottom: int) -> None:
        for row in range(top, bottom + 1):
            for column in range(left, min(right, MOST_COLUMNS) + 1):
                if (row, column) != (top, left):
                    self._from_above[row, column] = (top, left)
        self._said[top, left] = ""

    def filled(self, number: int, texts: list[str]) -> list[str]:
        """The row with what its merged cells say."""
        if not self._said:
            return texts
        for column, text in enumerate(texts, 1):
            if (number, column) in self._said:
                self._said[number, column] = text
            elif not text and (start := self._from_above.get((number, column))):
                texts[column - 1] = self._said[start]
        return texts


def _pieces(part: Any) -> Iterator[bytes]:
    """The sheet's XML in pieces that cut no cell and no merged range in two."""
    tail = b""
    while block := part.read(1 << 20):
        data = tail + block
        whole = max(data.rfind(b"</c>") + 4, data.rfind(b"<mergeCell "), 4)
        yield data[:whole]
        tail = data[whole:]
    yield tail
