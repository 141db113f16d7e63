"""Bring an installation back out of its copy."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from connector.installation.archive import ArchiveProblem
from connector.installation.database import DatabaseProblem
from connector.installation.restoring import NotEmpty, restore
from search.refresh import start_again


class Command(BaseCommand):
    help = "Bring database, files and key back out of FILE, and build the index anew. Stop the server first."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--replace", action="store_true", help="throw away what is here now")

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        try:
            manifest = restore(file, replace=replace, say=self.stderr.write)
        except (ArchiveProblem, DatabaseProblem) as problem:
            raise CommandError(f"{problem} Nothing was changed.") from problem
        except NotEmpty as problem:
            raise CommandError(
                "Somebody has worked here already. Nothing was changed. Use another CONNECTOR_DATA, or say --replace."
            ) from problem
        start_again(self.stderr.write)
        self.stderr.write(f"{sum(manifest.counts.values()):,} rows as they were at {manifest.made_at}.")
