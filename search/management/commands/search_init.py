"""Make the search index where there is none, or where the one there is not this database's."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.base import EngineUnavailable
from search.refresh import IndexHeld, bring_up_to_date


class Command(BaseCommand):
    help = "Make the search index if there is none, and bring it up to date. Does nothing when it is."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            bring_up_to_date(self.stderr.write)
        except (EngineUnavailable, IndexHeld) as problem:
            raise CommandError(str(problem)) from problem
        self.stderr.write("The search index is up to date.")
