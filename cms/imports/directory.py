"""Files that hold a directory, opened and understood: tables, what their columns mean, and the rows that come of it.

Invariant: pure but for reading the files; whatever is given has an answer. What somebody chose for a column holds.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cms.imports.mapping.assembling import Assembler
from cms.imports.mapping.headings import is_known
from cms.imports.mapping.understanding import UNUSED, Chosen, Understanding, understand
from cms.imports.mapping.values import is_surely_data
from cms.imports.reading import NumberedRow
from cms.imports.tables.opening import Opened, open_tables


class Directory:
    """The files (path, what people call it) as listings. `as_format`: "csv" or "jsonl" where somebody said so."""

    def __init__(self, files: Sequence[tuple[Path, str]], chosen: Chosen | None = None, as_format: str = "") -> None:
        self.opened: Opened = open_tables(files, is_known, is_surely_data, as_format=as_format)
        self.understanding: Understanding = understand(self.opened.tables, chosen)

    @property
    def count(self) -> int:
        """How many rows there will be."""
        tables = self.understanding.tables
        mains = sum(len(tables[at].table.rows) for at in self.understanding.mains)
        return mains + sum(len(each.table.problems) for each in tables)

    @property
    def broken(self) -> list[str]:
        """Why tables end too early, each in a sentence."""
        return [table.broken for table in self.opened.tables if table.broken]

    def rows(self) -> Iterator[NumberedRow]:
        """Every listing as a row in our own fields, and every line that could not be read."""
        yield from Assembler(self.understanding).rows()

    def remarks(self) -> Iterator[str]:
        """What a person should know: what was put right, what is not used, which columns nothing takes."""
        yield from self.opened.unusable
        several = len(self.understanding.tables) > 1
        for each in self.understanding.tables:
            name = f"{each.table.name}: " if several else ""
            yield from (f"{name}{note}" for note in each.table.notes)
            if each.role == UNUSED:
                yield f"{name}{each.why}"
                continue
            kept = [column.heading for column in each.columns if column.field == "keep"]
            if kept:
                yield f"{name}kept as words from the source: {', '.join(kept)}."
