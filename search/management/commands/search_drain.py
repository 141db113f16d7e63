"""Bring what waits into the search index, once or for as long as it runs."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.base import EngineUnavailable
from search.indexing.worker import Worker
from search.refresh import IndexHeld, bring_up_to_date


class Command(BaseCommand):
    help = "Bring changed listings into the search index. With --forever, keep doing so until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--forever", action="store_true", help="Go on following changes until stopped.")

    def handle(self, *args: Any, forever: bool = False, **options: Any) -> None:
        if forever:
            self._follow()
            return
        try:
            bring_up_to_date(self.stderr.write)
        except (EngineUnavailable, IndexHeld) as problem:
            raise CommandError(str(problem)) from problem
        self.stderr.write("The search index is up to date.")

    def _follow(self) -> None:
        worker = Worker()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.ask_to_stop())
        self.stderr.write("Following changes to listings. Stop with Ctrl+C.")
        worker.run()
