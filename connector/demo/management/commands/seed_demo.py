"""`manage.py seed_demo`: the demonstration borough and its accounts, once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from connector.accounts.models import User
from connector.demo.accounts import ensure_accounts
from connector.demo.council import seed_council
from connector.demo.offers import seed_offers
from connector.demo.pages import seed_pages
from connector.demo.seed import seed_borough


class Command(BaseCommand):
    help = "Put the demonstration borough into an empty catalogue, and make the demonstration accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.CONNECTOR_DEMONSTRATION:
            raise CommandError("This is not a demonstration: set CONNECTOR_DEMONSTRATION=1 on a laptop to have one.")
        count = seed_borough(today=timezone.localdate(), say=self.stderr.write)
        seed_council()
        seed_pages()
        ensure_accounts()
        if count:
            count += seed_offers(by=User.objects.get(email="connector@tenterclough.example"))
        if count and connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        self.stderr.write(f"The borough has {count} listings." if count else "The borough is there already.")
