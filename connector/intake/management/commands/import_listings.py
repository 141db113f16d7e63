"""`import_listings`: read a directory of listings from a file. Invariant: what it says is in is in, and found."""

import argparse
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from cms.imports.apply import Options
from cms.imports.reading import FORMATS, OpenedFile, UnreadableFileError, guess_format
from connector.intake.credits import credits
from connector.intake.deletions import deleted_among
from connector.intake.importing import ImportRun
from connector.intake.place_names import is_place
from connector.intake.rejects import Rejects
from connector.intake.suggest import Suggester
from search.interests import vocabulary
from search.refresh import IndexHeld, bring_up_to_date

# A server that holds the index brings a whole directory in: that takes longer than an edit.
PATIENCE_SECONDS = 600.0

_HELP = """\
Read listings from a file of JSON lines or CSV, packed with gzip or not.

Each row becomes one listing. Reading a file again changes nothing; a newer file changes what its rows changed, and
leaves alone what somebody edited, took down or deleted here. Fields: connector/intake/listings/README.md.
"""


class Command(BaseCommand):
    help = _HELP

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=argparse.RawDescriptionHelpFormatter)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the file to read")
        parser.add_argument("--format", choices=FORMATS, help="what is in it; without it, the end of its name says")
        parser.add_argument("--publish", action="store_true", help="make the listings public, except inactive ones")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--rejects", type=Path, metavar="FILE", help="write rows that cannot be used to this CSV")
        parser.add_argument("--deleted-too", action="store_true", help="bring back listings that somebody deleted here")
        parser.add_argument("--source", default="", help="name of the source of rows that name none (the file's name)")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        format = options["format"] or guess_format(path)
        if format is None:
            raise CommandError(f"Say what is in {path.name}: add --format jsonl or --format csv.")
        broken: UnreadableFileError | None = None
        with ExitStack() as stack:
            try:
                file = stack.enter_context(OpenedFile(path, format))
                rejects = stack.enter_context(Rejects(options["rejects"]))
            except UnreadableFileError as error:
                raise CommandError(str(error)) from error
            except OSError as error:
                raise CommandError(f"{options['rejects']} cannot be written: {error.strerror}.") from error
            run = ImportRun(file, source=options["source"] or _source_of(path), options=_how(options), rejects=rejects)
            try:
                self._run(run, file)
            except UnreadableFileError as error:
                broken = error
        self._summary(run, rejects, options)
        if not options["dry_run"]:
            self._index()
        if broken is not None:
            raise CommandError(str(broken))

    def _run(self, run: ImportRun, file: OpenedFile) -> None:
        with tqdm(total=file.size, unit="B", unit_scale=True, desc="Reading", disable=None, leave=False) as bar:

            def progress() -> None:
                bar.update(file.read_so_far - bar.n)
                bar.set_postfix_str(f"{run.tally.rows:,} rows", refresh=False)

            run.run(progress)

    def _summary(self, run: ImportRun, rejects: Rejects, options: dict[str, Any]) -> None:
        for line in run.tally.lines(rejects, dry_run=options["dry_run"]):
            self.stdout.write(line)
        if rejects.count and options["rejects"]:
            self.stdout.write(f"The rejected rows are in {options['rejects']}, with the reasons.")
        elif rejects.count:
            for line_number, reason in rejects.shown:
                self.stdout.write(f"Line {line_number:,}: {reason}")
            if rejects.count > len(rejects.shown):
                self.stdout.write(f"{rejects.count - len(rejects.shown):,} more: add --rejects FILE to keep them all.")

    def _index(self) -> None:
        try:
            bring_up_to_date(say=self.stdout.write, patience=PATIENCE_SECONDS)
        except IndexHeld as error:
            raise CommandError(f"The listings are in. {error}") from error


def _how(options: dict[str, Any]) -> Options:
    return Options(
        publish=options["publish"],
        dry_run=options["dry_run"],
        suggest=Suggester(vocabulary(), is_place),
        deleted=(lambda keys: ()) if options["deleted_too"] else deleted_among,
        credits=credits(),
    )


def _source_of(path: Path) -> str:
    return path.name.removesuffix(".gz")
