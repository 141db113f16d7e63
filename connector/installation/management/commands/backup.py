"""Keep a copy of this installation in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from connector.installation.copying import back_up
from connector.installation.database import DatabaseProblem


class Command(BaseCommand):
    help = (
        "Keep database, files and key in FILE, while people go on working. Only its owner may read it: "
        "keep it as safe as the database, for it holds all of it and the key."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="where to; it must not be there yet")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if not file.parent.is_dir():
            raise CommandError(f"There is no folder {file.parent}.")
        try:
            manifest = back_up(file)
        except FileExistsError as problem:
            raise CommandError(f"{file} is there already. Choose another name.") from problem
        except DatabaseProblem as problem:
            raise CommandError(str(problem)) from problem
        rows, size = sum(manifest.counts.values()), file.stat().st_size
        self.stderr.write(f"{file}: {rows:,} rows, {len(manifest.parts):,} parts, {size / 1_000_000:.1f} MB.")
