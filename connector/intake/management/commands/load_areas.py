"""`load_areas`: read a council's wards and districts from a CSV file. Invariant: all of it goes in, or nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.imports.areas import read_areas
from cms.imports.reading import UnreadableFileError
from cms.imports.wards import load_areas

_SHOWN = 50


class Command(BaseCommand):
    help = (
        "Read wards and districts from a CSV file with the columns code, name, kind (ward or district), lat and lon; "
        "the last three may be left out. Listings and people's typing then know them by name. Reading a file again "
        "changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the CSV file to read")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            areas, problems = read_areas(options["file"])
        except UnreadableFileError as error:
            raise CommandError(str(error)) from error
        for problem in problems[:_SHOWN]:
            self.stderr.write(f"Line {problem.line:,}: {problem.reason}")
        if problems:
            raise CommandError(
                f"Nothing was loaded. Lines to mend: {len(problems):,}. Mend them and load the file again."
            )
        if not areas:
            raise CommandError(f"There are no areas in {options['file']}. Each line needs a code and a name.")
        done = load_areas(areas)
        self.stdout.write(f"{done.new:,} new, {done.changed:,} changed, {done.unchanged:,} unchanged.")
        if done.placed:
            self.stdout.write(f"{done.placed:,} places were put in their wards.")
