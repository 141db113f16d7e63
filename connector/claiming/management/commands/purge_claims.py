"""Deletes claims that were answered long ago, and those that nobody answered. Meant to run every night."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db.models import Q
from django.utils import timezone

from connector.claiming.models import Claim


class Command(BaseCommand):
    help = "Delete claims that were answered long ago, or that nobody answered in twice as long."

    def handle(self, *args: Any, **options: Any) -> None:
        days, now = settings.CONNECTOR_KEEP_SENT_DAYS, timezone.now()
        old = Q(settled_at__lt=now - timedelta(days=days)) | Q(made_at__lt=now - timedelta(days=2 * days))
        count, _ = Claim.objects.filter(old).delete()
        self.stdout.write(f"{count} deleted.")
