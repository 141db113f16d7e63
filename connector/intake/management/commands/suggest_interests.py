"""`suggest_interests`: read imported listings again with today's interests. Invariant: decisions of people stay."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from connector.intake.management.commands.import_listings import PATIENCE_SECONDS
from connector.intake.suggesting_again import imported, suggest_again
from connector.suggesting.place_names import is_place
from connector.suggesting.suggest import Suggester
from search.interests import vocabulary
from search.refresh import IndexHeld, ready_to_search


class Command(BaseCommand):
    help = (
        "Read the listings that were imported again and suggest interests for them, after the interests changed. "
        "Suggestions that no longer fit go; what somebody confirmed or removed stays."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(total=imported(), unit="listings", desc="Reading", disable=None, leave=False) as bar:
            done = suggest_again(Suggester(vocabulary(), is_place), dry_run=options["dry_run"], progress=bar.update)
        self.stdout.write(f"{done.shown:,} of {done.read:,} imported listings have suggested interests.")
        if options["dry_run"]:
            self.stdout.write("Nothing was written.")
            return
        self.stdout.write(f"{done.changed:,} listings changed.")
        try:
            ready_to_search(say=self.stdout.write, patience=PATIENCE_SECONDS)
        except IndexHeld as error:
            raise CommandError(f"The suggestions are in. {error}") from error
