"""Ask groups today whether their listings are still right: what the worker does once a day by itself."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from connector.stewardship.asking import ask_due


class Command(BaseCommand):
    help = "Put today's questions, reminders and tasks where they belong. Twice on a day is the same as once."

    def handle(self, *args: Any, **options: Any) -> None:
        done = ask_due(timezone.localdate())
        told = ", ".join(f"{step}: {count:,}" for step, count in sorted(done.items()))
        self.stderr.write(told or "Nothing is due today.")
