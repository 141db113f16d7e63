"""The three things that an import does by itself: read the files, compare them with the catalogue, put them in.

Invariant: each can be done again from the start after whatever stopped it; nothing is written before the last, and
that one writes whole batches, so that what it wrote already is found unchanged.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from cms.imports.absent import Absent, absent, take_down
from cms.imports.apply import Options
from cms.imports.mapping.chosen import read_lines
from cms.imports.mapping.fields import label_of
from cms.imports.mapping.understanding import MAIN, Understood
from cms.imports.reading import UnreadableFileError
from cms.models import Source
from connector.intake.credits import credits
from connector.intake.deletions import deleted_among
from connector.intake.importing import ImportRun
from connector.intake.inputs import Inputs
from connector.intake.ledger import Ledger
from connector.intake.models import Import
from connector.intake.rejects import Rejects
from connector.suggesting.place_names import is_place
from connector.suggesting.suggest import Suggester
from search.interests import vocabulary

Beat = Callable[[int, int], object]
_SAMPLE_LETTERS, _REMARKS = 80, 60


def read(one: Import, beat: Beat) -> None:
    """Understand the files. Raises UnreadableFileError where nothing can be used."""
    with _inputs(one) as inputs:
        beat(0, inputs.count or 0)
        tables = inputs.directory.understanding.tables if inputs.directory else []
        one.understood = {
            "remarks": list(inputs.remarks())[:_REMARKS],
            "ours": inputs.directory is None,
            "tables": [_table(each) for each in tables],
        }
    one.state = Import.State.UNDERSTOOD


def compare(one: Import, beat: Beat) -> None:
    """Find what would change, and write nothing."""
    one.compared = _run(one, beat, dry_run=True)
    one.state = Import.State.COMPARED


def write(one: Import, beat: Beat) -> None:
    """Put the listings in."""
    one.result = _run(one, beat, dry_run=False)
    one.state = Import.State.DONE


def rejects_of(one: Import) -> Path:
    """Where the rows that could not be used lie, with line and reason."""
    return one.folder / "rejects.csv"


def _inputs(one: Import) -> Inputs:
    return Inputs(one.paths, read_lines(one.columns))


def _run(one: Import, beat: Beat, *, dry_run: bool) -> dict[str, Any]:
    broken = ""
    with _inputs(one) as inputs, Ledger(one.folder / "told") as ledger, Rejects(rejects_of(one)) as rejects:
        total = inputs.count or 0
        _give_licence(one, dry_run=dry_run)
        run = ImportRun(
            inputs, source=one.source, options=_options(one, dry_run=dry_run), rejects=rejects,
            contacts_for=one.contacts_for, tell=ledger.tell,
        )  # fmt: skip
        try:
            run.run(lambda: beat(run.tally.rows, total))
        except UnreadableFileError as error:
            broken = str(error)
        missing = _missing(one, run, ok=not broken and not rejects.count)
        ledger.tell_absent(missing)
        if not dry_run:
            take_down(missing)
        return {
            "counts": dict(ledger.counts),
            "rows": run.tally.rows,
            "rejected": rejects.count,
            "repeated": run.tally.repeated,
            "suggested": run.tally.suggested,
            "shown_rejects": [list(each) for each in rejects.shown],
            "notes": [
                f"{count:,} {'row' if count == 1 else 'rows'}: {note}."
                for note, count in run.tally.notes.most_common(_REMARKS)
            ],
            "broken": broken,
            "not_taken_down": one.whole_list and bool(broken or rejects.count),
        }


def _options(one: Import, *, dry_run: bool) -> Options:
    return Options(
        publish=one.publish,
        dry_run=dry_run,
        suggest=Suggester(vocabulary(), is_place),
        deleted=deleted_among,
        credits=credits(),
        licence=one.licence,
    )


def _give_licence(one: Import, *, dry_run: bool) -> None:
    if one.licence and not dry_run:
        Source.objects.filter(name=one.source, licence="").update(licence=one.licence)


def _missing(one: Import, run: ImportRun, *, ok: bool) -> Sequence[Absent]:
    """What the list no longer has. A list with rows that could not be read says nothing of what is missing."""
    if not (one.whole_list and ok):
        return []
    return list(absent({source for source, _ in run.seen}, run.seen))


def _table(each: Understood) -> dict[str, Any]:
    return {
        "name": each.table.name,
        "role": "Listings" if each.role == MAIN else each.role.replace("_", " "),
        "why": each.why,
        "rows": len(each.table.rows),
        "columns": [
            {"heading": column.heading, "field": column.field, "label": label_of(column.field), "why": column.why,
             "score": column.score, "samples": [sample[:_SAMPLE_LETTERS] for sample in column.samples]}
            for column in each.columns
        ],
    }  # fmt: skip
