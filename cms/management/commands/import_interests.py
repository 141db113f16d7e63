"""`import_interests FILE`: bring a vocabulary in that was taken out and worked on. Invariant: all of it or none."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.vocabulary.exchange import from_csv, from_json_ld
from cms.vocabulary_files import bring_in


class Command(BaseCommand):
    help = (
        "Read a file of export_interests, JSON-LD or CSV by how its name ends. Interests that it does not name stay as "
        "they are. What it changes is the council's own from then on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            text = path.read_text(encoding="utf-8-sig")
            done = bring_in(from_csv(text) if path.suffix.lower() == ".csv" else from_json_ld(text))
        except (OSError, ValueError) as error:
            raise CommandError(f"{path.name}: {error}") from error
        self.stdout.write(f"{done.added:,} added, {done.changed:,} changed, {done.same:,} as they were.")
