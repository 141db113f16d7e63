"""Bring what waits into the search index and the real dates of sessions, once or for as long as it runs."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.base import EngineUnavailable
from search.refresh import IndexHeld, bring_up_to_date, fill_dates, workers


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
            fill_dates(self.stderr.write)
        except (EngineUnavailable, IndexHeld) as problem:
            raise CommandError(str(problem)) from problem
        self.stderr.write("The search index is up to date.")

    def _follow(self) -> None:
        every = workers()

        def stop(*_: Any) -> None:
            for worker in every:
                worker.ask_to_stop()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        self.stderr.write("Following changes to listings. Stop with Ctrl+C.")
        for worker in every[:-1]:
            worker.start()
        every[-1].run()
        for worker in every[:-1]:
            worker.stop()
