"""Which row of a grid names its columns: not always the first, sometimes two of them, sometimes none.

Invariant: pure; no row is lost: what stands above the headings is said in a note, and where nothing names the columns
they are called "Column A" and so on.
"""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from cms.imports.tables.table import Grid, Row, Table

_LOOKED_AT = 40
_LONGEST_HEADING = 90

KnownHeading = Callable[[str], bool]
LooksLikeData = Callable[[str], bool]


def headed(grid: Grid, known: KnownHeading, data: LooksLikeData) -> Table:
    """The grid as a table. `known`: whether a text is a heading that we know; `data`: whether it is surely a value."""
    rows, notes = grid.rows, list(grid.notes)
    at = _heading_row(rows[:_LOOKED_AT], known, data)
    if at is None:
        headings: list[str] = [f"Column {_letters(number)}" for number in range(_width(rows))]
        if rows:
            notes.append("No row names the columns, so they are called Column A, Column B and so on.")
        start = 0
    else:
        headings, first, start = _names(rows, at, known)
        if above := [text for row in rows[:first] if (text := " ".join(filter(None, map(str.strip, row.cells))))]:
            notes.append(f"Above the headings (row {rows[at].line}) stands: {'; '.join(above)[:200]}")
    table = Table(grid.name, tuple(_each_once(headings)), problems=list(grid.problems), notes=notes, broken=grid.broken)
    _fill(table, rows[start:])
    return table


def _fill(table: Table, rows: Sequence[Row]) -> None:
    width = max(len(table.headings), _width(rows))
    spare = range(len(table.headings), width)
    table.headings += tuple(f"Column {_letters(number)}" for number in spare)
    same = tuple(heading.casefold() for heading in table.headings)
    for row in rows:
        cells = row.cells + ("",) * (width - len(row.cells))
        if tuple(cell.strip().casefold() for cell in cells) != same:  # headings that are written again on each page
            table.rows.append(Row(row.line, cells))
    used = [at for at in range(width) if at not in spare or any(row.cells[at].strip() for row in table.rows)]
    if len(used) < width:
        table.headings = tuple(table.headings[at] for at in used)
        table.rows = [Row(row.line, tuple(row.cells[at] for at in used)) for row in table.rows]


def _heading_row(rows: Sequence[Row], known: KnownHeading, data: LooksLikeData) -> int | None:
    best, most = None, 0.0
    usual = sorted(_filled(row) for row in rows)[len(rows) // 2] if rows else 0
    for at, row in enumerate(rows):
        texts = [cell.strip() for cell in row.cells if cell.strip()]
        if not texts or any(data(text) for text in texts):
            continue
        short = [text for text in texts if len(text) <= _LONGEST_HEADING]
        hits = sum(known(text) for text in short)
        if not hits or (len(texts) == 1 and usual > 1):
            continue
        score = hits + 0.2 * len(short) - 2.0 * (len(texts) - len(short)) - 0.3 * (len(texts) - len(set(texts)))
        if score > most + 1e-9:
            best, most = at, score
    if best is None and rows and not any(data(cell.strip()) for cell in rows[0].cells) and _distinct(rows):
        return 0
    return best


def _distinct(rows: Sequence[Row]) -> bool:
    """Whether the first row may name columns that we know nothing of: short, each once, and no value below is so."""
    first = [cell.strip() for cell in rows[0].cells if cell.strip()]
    below = [row.cells for row in rows[1:]]
    return bool(
        len(rows) > 1
        and len(first) > 1
        and len(set(first)) == len(first)
        and all(len(text) <= 40 and any(map(str.isalpha, text)) for text in first)
        and not any(set(first) & {cell.strip() for cell in cells} for cells in below)
    )


def _names(rows: Sequence[Row], at: int, known: KnownHeading) -> tuple[list[str], int, int]:
    """(headings, the first row of them, the first row of data)."""
    names = [" ".join(cell.split()) for cell in rows[at].cells]
    if at and _belongs_above(rows[at - 1], names):
        return _joined(rows[at - 1].cells, names), at - 1, at + 1
    if at + 1 < len(rows) and _belongs_below(rows[at + 1], names, known):
        return _joined(names, rows[at + 1].cells), at, at + 2
    return names, at, at + 1


def _belongs_above(above: Row, names: list[str]) -> bool:
    """Whether the row above groups columns: "Monday" over "Opens" and "Closes"."""
    texts = [cell.strip() for cell in above.cells if cell.strip()]
    if len(texts) < 2 or any(len(text) > _LONGEST_HEADING for text in texts):
        return False
    repeated = len([name for name in names if name]) > len({name for name in names if name})
    blank_below = any(cell.strip() and not name for cell, name in zip(above.cells, names, strict=False))
    return repeated or blank_below


def _belongs_below(below: Row, names: list[str], known: KnownHeading) -> bool:
    """Whether the row below divides columns of this one."""
    pairs = list(zip_longest(names, (cell.strip() for cell in below.cells), fillvalue=""))
    texts = [text for _, text in pairs if text]
    divides = any(text and (not name or names.count(name) > 1) for name, text in pairs)
    return bool(texts) and divides and all(known(text) for text in texts)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    found, group = [], ""
    for above, below in zip_longest(upper, lower, fillvalue=""):
        above, below = " ".join(above.split()), " ".join(below.split())
        group = above or (group if below else "")
        found.append(below if above == below or not group else f"{group} {below}".strip())
    return found


def _each_once(headings: Sequence[str]) -> list[str]:
    """No heading twice, none empty: "Phone" and "Phone (2)"."""
    found: list[str] = []
    taken: set[str] = set()
    for at, heading in enumerate(headings):
        heading = heading[: _LONGEST_HEADING * 2] or f"Column {_letters(at)}"
        name, number = heading, 2
        while name.casefold() in taken:
            name, number = f"{heading} ({number})", number + 1
        taken.add(name.casefold())
        found.append(name)
    return found


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _width(rows: Sequence[Row]) -> int:
    return max((len(row.cells) for row in rows), default=0)


def _letters(at: int) -> str:
    """A, B, … Z, AA, as a spreadsheet names its columns."""
    text = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        text = chr(65 + rest) + text
    return text
