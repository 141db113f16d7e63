"""Build the search index anew beside the one in use, compare it with the catalogue, and swap."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search.engines.base import EngineUnavailable
from search.indexing.rebuild import RebuildRefused
from search.management.commands.search_gate import lines
from search.refresh import IndexHeld, rebuild_index


class Command(BaseCommand):
    help = "Build the search index anew beside the one in use, compare it with the catalogue, and swap. Searches go on."

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(unit=" listings", desc="Indexing", leave=False, disable=None) as bar:

            def progress(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            try:
                report = rebuild_index(self.stderr.write, progress=progress)
            except (EngineUnavailable, IndexHeld) as problem:
                raise CommandError(str(problem)) from problem
            except RebuildRefused as problem:
                raise CommandError("\n".join([str(problem), *lines(problem.report)])) from problem
        self.stderr.write(f"The new index is in use: {report.checked:,} listings.")
