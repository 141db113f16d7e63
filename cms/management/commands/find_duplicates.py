"""`find_duplicates`: compare every listing with every other. Invariant: changes no listing and asks nothing twice."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from cms.duplicates.comparing import compare_all
from cms.models import Asset


class Command(BaseCommand):
    help = (
        "Compare every listing with every other and put those that look like one into the admin's list of possible "
        "duplicates. Changed listings are compared by themselves; this is for the first time and after a restore. "
        "What somebody settled stays settled."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(total=Asset.objects.count(), desc="Comparing", disable=None, leave=False) as bar:
            found = compare_all(bar.update)
        self.stdout.write(f"{found:,} pair{'s' if found != 1 else ''} to settle.")
