"""An empty directory with the council's own name and its first administrator."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from connector.council.models import Council
from connector.installation.starting import FIELDS, NotStarted, is_started, start_council

# Asked of whoever sits at a terminal and gave none; everything else can wait for Wagtail's settings.
ASKED = {
    "name": "Whose directory is it? (such as Calder Council)",
    "area": "What do people call the area? (such as Calder Valley)",
    "middle": "A postcode or a place in the middle of it?",
    "phone": "Whom do people ring who are stuck? (a number; none is fine)",
    "administrator": "Who is its first administrator? (an e-mail address)",
}


class Command(BaseCommand):
    help = "Give an empty directory its council's name, area, colours, contact and first administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name in FIELDS:
            field = Council._meta.get_field(name)
            parser.add_argument(f"--{name.replace('_', '-')}", help=f"{field.verbose_name}. {field.help_text}")
        parser.add_argument("--administrator", help="e-mail address of who gives out accounts")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.CONNECTOR_DEMONSTRATION:
            raise CommandError("This is the demonstration. Set CONNECTOR_DEMONSTRATION=0, or say make council.")
        settings.CONNECTOR_DATA.mkdir(parents=True, exist_ok=True)
        self.stderr.write("Bringing the database up to date (a quarter of a minute the first time).")
        call_command("migrate", verbosity=0)
        given = {name: options[name] for name in (*FIELDS, "administrator") if options[name] is not None}
        if is_started() and not given:
            self.stderr.write("The council is there already. Change it in the admin, under Settings, Council.")
            return
        self._start(given)

    def _start(self, given: dict[str, str]) -> None:
        if sys.stdin.isatty() and not is_started():
            for name, question in ASKED.items():
                given.setdefault(name, input(f"{question} ").strip())
        if not given.get("administrator"):
            raise CommandError("Say --name and --administrator: whose directory it is, and who gives out accounts.")
        try:
            started = start_council(administrator=given.pop("administrator"), given=given)
        except NotStarted as wrong:
            told = "\n".join(f"  --{name.replace('_', '-')}: {words}" for name, words in wrong.problems.items())
            raise CommandError(f"Nothing was changed.\n{told}") from wrong
        self.stderr.write(f"{started.council.directory} of {started.council.name} is ready. It is empty.")
        if started.door:
            self.stderr.write(
                f"\n{started.administrator.email} chooses a password here, once, within three days:\n"
                f"{settings.CONNECTOR_BASE_URL}{started.door}\n"
            )
