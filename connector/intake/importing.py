"""One import from an open file to the catalogue: rows to drafts, drafts to batches, what cannot be used to the rejects.

Invariant: whatever was counted as written is committed; a file that breaks off keeps its whole batches and what was
read after them, and then raises.
"""

from collections.abc import Callable, Iterator

from django.utils import timezone

from cms.geo.sources import get_gazetteer
from cms.imports.apply import Importer, Options
from cms.imports.deciding import Outcome
from cms.imports.drafts import AssetDraft, RowProblem
from cms.imports.locating import located
from cms.imports.reading import NumberedRow, OpenedFile
from cms.imports.rows import read_row
from cms.models import Source
from connector.intake.deletions import forget
from connector.intake.rejects import Rejects
from connector.intake.tally import Tally

BATCH = 500
Progress = Callable[[], object]


class ImportRun:
    """One import of one file. `source` is the name of the source of rows that name none."""

    def __init__(self, file: OpenedFile, *, source: str, options: Options, rejects: Rejects) -> None:
        self.tally = Tally()
        self._file, self._source, self._rejects = file, source, rejects
        self._dry_run = options.dry_run
        self._importer = Importer(options)
        self._gazetteer = get_gazetteer()
        self._cut = frozenset(Source.objects.filter(cut_to_sector=True).values_list("name", flat=True))
        self._seen: dict[tuple[str, str], tuple[int, str]] = {}

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
            if not self._dry_run:
                forget([(one.draft.source, one.draft.ref) for one in applied if one.outcome is Outcome.NEW])

    def _drafts(self) -> Iterator[AssetDraft]:
        for row in self._file.rows():
            self.tally.rows += 1
            draft = self._draft(row)
            if isinstance(draft, RowProblem):
                self._rejects.add(row.line, draft.reason, row.raw)
            elif draft is not None:
                yield located(draft, self._gazetteer)

    def _draft(self, row: NumberedRow) -> AssetDraft | RowProblem | None:
        """The row's draft, its problem, or None for a row that repeats another word for word."""
        if row.values is None:
            return RowProblem(row.problem)
        draft = read_row(row.values, source=self._source, cut_sources=self._cut)
        if isinstance(draft, RowProblem):
            return draft
        key, digest = (draft.source, draft.ref), f"{draft.content.digest}{draft.active}"
        line, before = self._seen.setdefault(key, (row.line, digest))
        if line == row.line:
            return draft
        if before != digest:
            return RowProblem(
                f"The id {draft.ref} stands on line {line} already, with other details. Give each listing its own id."
            )
        self.tally.repeated += 1
        return None
