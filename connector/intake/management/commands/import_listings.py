"""`import_listings`: read directories of listings from files. Invariant: what it says is in is in, and found."""

import argparse
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from cms.imports.absent import absent, take_down
from cms.imports.apply import Options
from cms.imports.mapping.chosen import read_lines
from cms.imports.reading import FORMATS, UnreadableFileError
from connector.intake.credits import credits
from connector.intake.deletions import deleted_among
from connector.intake.importing import ImportRun
from connector.intake.inputs import Inputs
from connector.intake.models import ImportMapping
from connector.intake.rejects import Rejects
from connector.suggesting.place_names import is_place
from connector.suggesting.suggest import Suggester
from search.interests import vocabulary
from search.refresh import IndexHeld, ready_to_search

# A server that holds the index brings a whole directory in: that takes longer than an edit.
PATIENCE_SECONDS = 600.0

_HELP = """\
Read listings from CSV files, Excel workbooks (.xlsx) or JSON lines, packed with gzip or zip or not; a folder, a zip or
a workbook counts as the tables in it.

What the columns mean is found out from their headings and their cells; --mapping NAME takes what was chosen before.
Reading a file again changes nothing; a newer file changes what its rows changed, and leaves alone what somebody
edited, took down or deleted here. How to: docs/how-to/import.md.
"""


class Command(BaseCommand):
    help = _HELP

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=argparse.RawDescriptionHelpFormatter)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="the files to read, or a folder")
        parser.add_argument("--mapping", default="", metavar="NAME", help="what columns mean, as kept under this name")
        parser.add_argument("--format", choices=FORMATS, help="what is in them; without it, the content says")
        parser.add_argument("--publish", action="store_true", help="make the listings public, except inactive ones")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--rejects", type=Path, metavar="FILE", help="write rows that cannot be used to this CSV")
        parser.add_argument("--deleted-too", action="store_true", help="bring back listings that somebody deleted here")
        parser.add_argument("--whole-list", action="store_true", help="take down what the list no longer has")
        parser.add_argument("--source", default="", help="name of the source of rows that name none (the file's name)")

    def handle(self, *args: Any, **options: Any) -> None:
        mapping = _mapping(options["mapping"], options["source"])
        source = options["source"] or (mapping.source if mapping else _source_of(options["files"][0]))
        broken: UnreadableFileError | None = None
        with ExitStack() as stack:
            try:
                inputs = stack.enter_context(_inputs(options, mapping))
                rejects = stack.enter_context(Rejects(options["rejects"]))
            except UnreadableFileError as error:
                raise CommandError(str(error)) from error
            except OSError as error:
                raise CommandError(f"{options['rejects']} cannot be written: {error.strerror}.") from error
            for remark in inputs.remarks():
                self.stdout.write(remark)
            contacts_for = mapping.contacts_for if mapping else "public"
            run = ImportRun(
                inputs, source=source, options=_how(options, mapping), rejects=rejects, contacts_for=contacts_for
            )
            try:
                self._run(run, inputs)
            except UnreadableFileError as error:
                broken = error
        self._summary(run, rejects, options)
        if options["whole_list"]:
            self._take_down(run, rejects, broken, dry_run=options["dry_run"])
        if not options["dry_run"]:
            self._index()
        if broken is not None:
            raise CommandError(str(broken))

    def _run(self, run: ImportRun, inputs: Inputs) -> None:
        with tqdm(total=inputs.count, unit=" rows", desc="Reading", disable=None, leave=False) as bar:
            run.run(lambda: bar.update(run.tally.rows - bar.n))

    def _summary(self, run: ImportRun, rejects: Rejects, options: dict[str, Any]) -> None:
        for line in run.tally.lines(rejects, dry_run=options["dry_run"]):
            self.stdout.write(line)
        if rejects.count and options["rejects"]:
            self.stdout.write(f"The rejected rows are in {options['rejects']}, with the reasons.")
        elif rejects.count:
            for where, reason in rejects.shown:
                self.stdout.write(f"{where}: {reason}")
            if rejects.count > len(rejects.shown):
                self.stdout.write(f"{rejects.count - len(rejects.shown):,} more: add --rejects FILE to keep them all.")

    def _take_down(self, run: ImportRun, rejects: Rejects, broken: object, *, dry_run: bool) -> None:
        if broken or rejects.count:
            self.stdout.write("Some rows could not be read, so nothing is taken down for being missing.")
            return
        found = list(absent({source for source, _ in run.seen}, run.seen))
        edited = sum(each.edited for each in found)
        down = len(found) - edited if dry_run else take_down(found)
        self.stdout.write(f"{down:,} no longer in the list: {'would be taken' if dry_run else 'taken'} down.")
        if edited:
            self.stdout.write(f"{edited:,} no longer in the list stay: somebody edited or locked them here.")

    def _index(self) -> None:
        try:
            ready_to_search(say=self.stdout.write, patience=PATIENCE_SECONDS)
        except IndexHeld as error:
            raise CommandError(f"The listings are in. {error}") from error


def _mapping(name: str, source: str) -> ImportMapping | None:
    """The mapping of this name; without one, that of the source."""
    if not name:
        return ImportMapping.objects.filter(source=source).first() if source else None
    found = ImportMapping.objects.filter(name=name).first()
    if found is None:
        known = ", ".join(ImportMapping.objects.values_list("name", flat=True)) or "none yet"
        raise CommandError(f"There is no mapping {name}. Mappings: {known}.")
    return found


def _inputs(options: dict[str, Any], mapping: ImportMapping | None) -> Inputs:
    files = [(path, path.name) for path in options["files"]]
    return Inputs(files, read_lines(mapping.columns) if mapping else None, options["format"] or "")


def _how(options: dict[str, Any], mapping: ImportMapping | None) -> Options:
    return Options(
        publish=options["publish"],
        dry_run=options["dry_run"],
        suggest=Suggester(vocabulary(), is_place),
        deleted=(lambda keys: ()) if options["deleted_too"] else deleted_among,
        credits=credits(),
        licence=mapping.licence if mapping else "",
    )


def _source_of(path: Path) -> str:
    return path.resolve().name.removesuffix(".gz")
