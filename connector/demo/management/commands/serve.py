"""`manage.py serve`: all of `make run`. Database, demonstration borough and index up to date, then pages.

One process does it all, since each start of the product costs seconds on a small machine.

The web server takes this process's place, so that stopping one stops both; threads of it keep the index fresh, send
messages, and look at calendars and websites.
"""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from connector.demo.accounts import ACCOUNTS, PASSWORD
from search.refresh import ready_to_search

THREADS = "4"
# A worker that is busy when it is told to stop has this many seconds to finish.
STOPPING = ("--workers-kill-timeout", "5", "--log-level", "warning")


class Command(BaseCommand):
    help = "Serve the pages on this machine, with an index that keeps itself fresh."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        settings.CONNECTOR_DATA.mkdir(parents=True, exist_ok=True)
        self.stderr.write("Bringing the database up to date (a quarter of a minute the first time).")
        call_command("migrate", verbosity=0)
        if settings.CONNECTOR_DEMONSTRATION:
            self.stderr.write("Looking after the demonstration borough.")
            call_command("seed_demo", stderr=self.stderr)
        ready_to_search(say=self.stderr.write)
        self.stderr.write(f"\nConnector is at http://127.0.0.1:{port}/  (stop it with Ctrl+C)\n")
        if settings.CONNECTOR_DEMONSTRATION:
            self._accounts(port)
        server = str(Path(sys.executable).with_name("granian"))
        os.environ["CONNECTOR_IN_PROCESS_WORKER"] = "1"
        os.environ.setdefault("CONNECTOR_BASE_URL", f"http://127.0.0.1:{port}")
        arguments = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--blocking-threads", THREADS]
        os.execv(server, [server, *arguments, *STOPPING, "connector.wsgi:application"])  # noqa: S606

    def _accounts(self, port: int) -> None:
        self.stderr.write(f"Sign in at http://127.0.0.1:{port}/account/login/ with the password {PASSWORD} as\n")
        for each in ACCOUNTS:
            self.stderr.write(f"  {each.email:34} {each.first_name}, {each.as_what}")
        self.stderr.write("")
