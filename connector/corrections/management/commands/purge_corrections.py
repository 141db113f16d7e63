"""Takes out of old corrections what may tell of a person. What the worker does once a day."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from connector.corrections.actions.purge import purge_corrections


class Command(BaseCommand):
    help = "Empty the words and contacts of corrections that were answered long ago."

    def handle(self, *args: Any, **options: Any) -> None:
        count = purge_corrections(now=timezone.now(), days=settings.CONNECTOR_KEEP_SENT_DAYS)
        self.stdout.write(f"{count} emptied.")
