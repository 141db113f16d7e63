"""Read the calendars of groups and look whether websites are there, once or for as long as it runs."""

import signal
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from connector.notifications.outside import OutsideWorker, look_once


class Command(BaseCommand):
    help = "Do the day's duties that wait for other people's servers. With --forever, keep doing so until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--forever", action="store_true", help="Go on until stopped.")

    def handle(self, *args: Any, forever: bool = False, **options: Any) -> None:
        # At once, in the middle of a website that takes its time: the duty is given back, and done by who comes next.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        if not forever:
            done = look_once()
            self.stderr.write(f"Done: {', '.join(done)}." if done else "Nothing is due today.")
            return
        self.stderr.write("Looking outside. Stop with Ctrl+C.")
        try:
            OutsideWorker().run()
        except KeyboardInterrupt:
            self.stderr.write("Stopped.")
