"""Files, folders, zips and workbooks as tables, whatever their names end with: the content decides.

Invariant: whatever is given, there is an answer: tables, and a sentence for each file that gives none.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cms.imports.tables.delimited import delimited
from cms.imports.tables.encodings import lines_of
from cms.imports.tables.heads import KnownHeading, LooksLikeData, headed
from cms.imports.tables.json_table import json_grid
from cms.imports.tables.packed import Part, UnusableFile, parts_of
from cms.imports.tables.table import MOST_TABLES, Grid, Table
from cms.imports.tables.workbook import grids

_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")


@dataclass(slots=True)
class Opened:
    """The tables, and what could not be used, each in a sentence."""

    tables: list[Table] = field(default_factory=list)
    unusable: list[str] = field(default_factory=list)


def open_tables(
    files: Iterable[tuple[Path, str]], known: KnownHeading, data: LooksLikeData, *, as_format: str = ""
) -> Opened:
    """Every table of the files (path, what people call it). `as_format`: "csv" or "jsonl" where somebody knows."""
    opened = Opened()
    for path, name in files:
        for part in parts_of(path, name):
            if isinstance(part, UnusableFile):
                opened.unusable.append(str(part))
                continue
            try:
                found = _grids(part, as_format)
            except ValueError as error:
                opened.unusable.append(str(error))
                continue
            for grid in found:
                grid.broken = grid.broken or _said(part)
                if grid.rows or grid.problems:
                    opened.tables.append(headed(grid, known, data))
    if len(opened.tables) > MOST_TABLES:
        opened.unusable.append(f"Only the first {MOST_TABLES} of {len(opened.tables)} tables are read.")
        del opened.tables[MOST_TABLES:]
    _name_apart(opened.tables)
    return opened


def _grids(part: Part, as_format: str) -> list[Grid]:
    if part.is_workbook:
        return grids(part.name, io.BytesIO(part.data))
    if part.data.startswith(_BINARY):
        raise ValueError(f"{part.name} is not a table. Give a CSV file or an Excel workbook (.xlsx).")
    lines, notes = lines_of(part.data)
    start = next((line.strip() for line in lines if line.strip()), "")
    json_like = start.startswith(("{", "[")) and as_format != "csv"
    if start.lower().startswith(("<!doctype", "<html", "<?xml")):
        raise ValueError(
            f"{part.name} is a web page and not a table, even if its name ends in .xls or .csv. "
            "Open it in Excel and save it as .xlsx."
        )
    grid = json_grid(part.name, lines) if json_like or as_format == "jsonl" else delimited(part.name, lines)
    grid.notes[:0] = notes
    return [grid]


def _said(part: Part) -> str:
    if not part.broken:
        return ""
    return f"{part.name} breaks off: {part.broken}. Get a whole copy and import it again; what was read stays."


def _name_apart(tables: list[Table]) -> None:
    taken: set[str] = set()
    for table in tables:
        name, number = table.name, 2
        while name in taken:
            name, number = f"{table.name} ({number})", number + 1
        table.name = name
        taken.add(name)
