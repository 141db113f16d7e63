"""Deletes claims that were answered long ago, and those that nobody answered: what the worker does once a day."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from connector.claiming.actions.purge import purge_claims


class Command(BaseCommand):
    help = "Delete claims that were answered long ago, or that nobody answered in twice as long."

    def handle(self, *args: Any, **options: Any) -> None:
        count = purge_claims(now=timezone.now(), days=settings.CONNECTOR_KEEP_SENT_DAYS)
        self.stdout.write(f"{count} deleted.")
