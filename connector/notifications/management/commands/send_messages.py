"""Send what waits in the outbox, once or for as long as it runs."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from connector.notifications.worker import MessageWorker, work_once


class Command(BaseCommand):
    help = "Do the day's duties and send the messages that are due. With --forever, keep doing so until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--forever", action="store_true", help="Go on sending until stopped.")

    def handle(self, *args: Any, forever: bool = False, **options: Any) -> None:
        if not forever:
            done = 0
            while some := work_once():
                done += some
            self.stderr.write(f"{done:,} message{'' if done == 1 else 's'} taken up.")
            return
        worker = MessageWorker()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.ask_to_stop())
        self.stderr.write("Sending messages. Stop with Ctrl+C.")
        worker.run()
