"""`load_outlines`: read the outlines of a council's areas from GeoJSON. Invariant: all of it goes in, or nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.imports.geojson import UnreadableOutlinesError, read_outlines
from cms.imports.outlining import load_outlines

_SHOWN = 50


class Command(BaseCommand):
    help = (
        "Read the outlines of wards or districts from a GeoJSON file in longitude and latitude, each feature with the "
        "properties code and name (or those of the Office for National Statistics: WD24CD, WD24NM). Maps then show "
        "them in place of the rough ones that are drawn round postcodes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the GeoJSON file to read")
        parser.add_argument("--attribution", default="", help="the words that its licence asks for, shown by the map")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rows, problems = read_outlines(options["file"])
        except UnreadableOutlinesError as error:
            raise CommandError(str(error)) from error
        for problem in problems[:_SHOWN]:
            self.stderr.write(f"Feature {problem.line:,}: {problem.reason}")
        if problems:
            raise CommandError(f"Nothing was loaded. Features to mend: {len(problems):,}. Mend them and load it again.")
        if not rows:
            raise CommandError(f"There are no features in {options['file']}.")
        if len(options["attribution"]) > 250:
            raise CommandError("The attribution is longer than 250 letters. Shorten it.")
        done = load_outlines(rows, options["attribution"])
        self.stdout.write(f"{done.new:,} new, {done.changed:,} changed, {done.unchanged:,} unchanged.")
        if done.areas:
            self.stdout.write(f"{done.areas:,} areas were new with them.")
