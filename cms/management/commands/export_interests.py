"""`export_interests`: the council's vocabulary on standard output. Invariant: nothing else is written there."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from cms.vocabulary.exchange import to_csv, to_json_ld
from cms.vocabulary_files import taken_out


class Command(BaseCommand):
    help = "Write every live interest with its words, edges and weights: SKOS in JSON-LD, or a table in CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=["json-ld", "csv"], default="json-ld")

    def handle(self, *args: Any, **options: Any) -> None:
        concepts = taken_out()
        scheme = f"{settings.CONNECTOR_BASE_URL}/api/interests"
        self.stdout.write(to_csv(concepts) if options["format"] == "csv" else to_json_ld(concepts, scheme=scheme))
