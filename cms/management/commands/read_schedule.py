"""`manage.py read_schedule "every other Tuesday 1.30 till 3.30"`: what the product reads in that.

JSON alone goes to standard output with --json; all else goes to standard error. Nothing is kept; no database is asked.
"""

import json
import sys
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.schedule.spoken.reading import as_data, read


class Command(BaseCommand):
    help = "Read times as people write them: rules, the next four dates, and what has to be asked."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", help="What was written, or - to read standard input.")
        parser.add_argument(
            "--from", dest="since", default="", help="The day to read it on: 2026-12-01. Today if not given."
        )
        parser.add_argument("--json", action="store_true", help="Print the reading as JSON.")

    def handle(self, *args: Any, text: str, since: str, **options: Any) -> None:
        today = self._day(since)
        told = as_data(read(sys.stdin.read() if text == "-" else text, today), today)
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        self.stdout.write(told["opening_hours"] or "No times read.")
        for moment in told["next"]:
            self.stdout.write(f"   {moment.replace('T', ' ')}")
        for question in told["questions"]:
            self.stdout.write(f"   ? {question}")

    def _day(self, since: str) -> date:
        try:
            return date.fromisoformat(since) if since else timezone.localdate()
        except ValueError as problem:
            raise CommandError(f"Write the day like this: 2026-12-01, not “{since}”.") from problem
