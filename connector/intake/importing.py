"""One import from an open file to the catalogue: rows to drafts, drafts to batches, what cannot be used to the rejects.

Invariant: whatever was counted as written is committed; a file that breaks off keeps its whole batches and what was
read after them, and then raises.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from django.utils import timezone

from cms.geo.sources import get_gazetteer
from cms.imports.apply import Applied, Importer, Options
from cms.imports.deciding import Outcome
from cms.imports.drafts import AssetDraft, RowProblem
from cms.imports.locating import located
from cms.imports.reading import NumberedRow
from cms.imports.rows import read_row
from cms.models import Source
from connector.intake.deletions import forget
from connector.intake.rejects import Rejects
from connector.intake.tally import Tally

BATCH = 500
Progress = Callable[[], object]
Tell = Callable[[Sequence[Applied]], object]


class Rows(Protocol):
    """What is read."""

    def rows(self) -> Iterator[NumberedRow]: ...


class ImportRun:
    """One import. `source` is the name of the source of rows that name none; `contacts_for`: who sees the contacts;
    `tell` hears what became of each batch."""

    def __init__(
        self,
        file: Rows,
        *,
        source: str,
        options: Options,
        rejects: Rejects,
        contacts_for: str = "public",
        tell: Tell = lambda applied: None,
    ) -> None:
        self.tally = Tally()
        self._file, self._source, self._rejects = file, source, rejects
        self._contacts_for, self._tell = contacts_for, tell
        self._dry_run = options.dry_run
        self._importer = Importer(options)
        self._gazetteer = get_gazetteer()
        self._cut = frozenset(Source.objects.filter(cut_to_sector=True).values_list("name", flat=True))
        self._seen: dict[tuple[str, str], tuple[tuple[str, int], str]] = {}

    def run(self, progress: Progress = lambda: None) -> Tally:
        """Import everything. Raises UnreadableFileError where the file breaks off, after keeping what was read."""
        batch: list[AssetDraft] = []
        try:
            for draft in self._drafts():
                batch.append(draft)
                if len(batch) == BATCH:
                    self._write(batch)
                    progress()
        finally:
            self._write(batch)
            progress()
        return self.tally

    def _write(self, batch: list[AssetDraft]) -> None:
        if batch:
            drafts, batch[:] = list(batch), []
            applied = self._importer.apply(drafts, timezone.now())
            self.tally.count(applied)
            self._tell(applied)
            if not self._dry_run:
                forget([(one.draft.source, one.draft.ref) for one in applied if one.outcome is Outcome.NEW])

    def _drafts(self) -> Iterator[AssetDraft]:
        for row in self._file.rows():
            self.tally.rows += 1
            draft = self._draft(row)
            if isinstance(draft, RowProblem):
                self._rejects.add(row.line, draft.reason, row.raw, row.where)
            elif draft is not None:
                yield located(draft, self._gazetteer)

    def _draft(self, row: NumberedRow) -> AssetDraft | RowProblem | None:
        """The row's draft, its problem, or None for a row that repeats another word for word."""
        if row.values is None:
            return RowProblem(row.problem)
        values = {**row.values, "contacts_for": self._contacts_for}
        draft = read_row(values, source=self._source, cut_sources=self._cut)
        if isinstance(draft, RowProblem):
            return draft
        key, digest = (draft.source, draft.ref), f"{draft.content.digest}{draft.active}"
        here = (row.where, row.line)
        before, same = self._seen.setdefault(key, (here, digest))
        if before == here:
            return draft
        if same != digest:
            return RowProblem(
                f"The id {draft.ref} stands on line {before[1]}{f' of {before[0]}' if before[0] else ''} already, with "
                "other details. Give each listing its own id."
            )
        self.tally.repeated += 1
        return None

    @property
    def seen(self) -> set[tuple[str, str]]:
        """The records that were read: (source, id)."""
        return set(self._seen)
