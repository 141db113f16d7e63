"""Fill the rows of real dates: thirteen months of every session. The worker does the same by itself."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search.refresh import IndexHeld
from search.refresh import fill_dates as fill


class Command(BaseCommand):
    help = (
        "Work out the real dates of every session for thirteen months ahead. The worker does so by itself; this shows "
        "how far it is, and goes on where it was broken off."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(unit=" listings", desc="Dates", leave=False, disable=None) as bar:

            def progress(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            try:
                fill(self.stderr.write, progress=progress)
            except IndexHeld as problem:
                raise CommandError(str(problem)) from problem
        self.stderr.write("The dates are up to date.")
