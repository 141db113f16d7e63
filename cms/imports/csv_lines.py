"""CSV lines as rows: comma, semicolon or tab between the cells, names of fields in the first line.

Invariant: a row whose cells do not fit the first line is a problem with its number, never a row with cells shifted.
"""

import csv
from collections.abc import Iterator
from typing import Any

DELIMITERS = ",;\t|"
# A quotation mark that is never closed would swallow the rest of a file; a cell of this length is one.
LONGEST_CELL = 131_072

Row = tuple[int, dict[str, Any] | None, str, str]


def csv_rows(lines: Iterator[str], needs: tuple[str, ...] = ("name",)) -> Iterator[Row]:
    """(line number, values, problem, raw). Raises ValueError when the first line names no field like `needs`."""
    counted = _Counted(lines)
    first = next((line for line in counted if line.strip()), None)
    if first is None:
        return
    header, delimiter = _header(first, needs)
    reader = csv.reader(counted, delimiter=delimiter, strict=True)
    while True:
        counted.keep()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield counted.started, None, _spoken(error), counted.raw
            continue
        if any(cell.strip() for cell in cells):
            yield _row(counted, header, cells)


def _row(counted: "_Counted", header: list[str], cells: list[str]) -> Row:
    spare = [cell for cell in cells[len(header) :] if cell.strip()]
    if spare:
        problem = (
            f"This row has {len(cells)} cells and the first line names {len(header)}. "
            "Put quotation marks around a text that has a comma in it."
        )
        return counted.started, None, problem, counted.raw
    values = {name: cell for name, cell in zip(header, cells, strict=False) if name}
    return counted.started, values, "", counted.raw


def _header(line: str, needs: tuple[str, ...]) -> tuple[list[str], str]:
    delimiter = max(DELIMITERS, key=line.count)
    try:
        names = next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ValueError(f"The first line cannot be read: {_spoken(error)}") from error
    header = ["_".join(name.strip().lower().split()) for name in names]
    if not any(name == needs[0] or name.startswith(needs[1:]) for name in header):
        raise ValueError(
            "The first line has to name the fields, one of them “name”. It names: "
            + (", ".join(filter(None, header))[:200] or "nothing")
            + "."
        )
    if twice := {name for name in header if name and header.count(name) > 1}:
        raise ValueError(f"The first line names {', '.join(sorted(twice))} twice. Give each column its own name.")
    return header, delimiter


def _spoken(error: csv.Error) -> str:
    text = str(error)
    if "field larger" in text or "unexpected end" in text:
        return "A quotation mark is opened here and not closed. Close it, or double it where it belongs to the text."
    return 'The quotation marks are not right. Write a quotation mark inside a text twice: "".'


class _Counted:
    """Lines on their way to the CSV reader: where the row began, and its lines as they stand."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._number = 0
        self._kept: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._number += 1
        self._kept.append(line)
        return line

    def keep(self) -> None:
        """A new row begins."""
        self._kept = []

    @property
    def started(self) -> int:
        return self._number - len(self._kept) + 1

    @property
    def raw(self) -> str:
        return "".join(self._kept).rstrip("\r\n")
