"""`manage.py search "words" --near PLACE`: the finder from a terminal; JSON alone on standard output with --json."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.visibility import PUBLIC
from search.engines.base import EngineUnavailable
from search.filters import MOST, SearchFilters
from search.finder import find
from search.refresh import ready_to_search
from search.results import results

DEGRADED = (
    "The search server does not answer: this is what the engine on this machine found. The order may be less good."
)


class Command(BaseCommand):
    help = "Find listings for what somebody likes, used to do or needs. Brings the index up to date first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="?", default="", help="What somebody likes, in their own words.")
        parser.add_argument("--near", default="", help="A postcode, its first half, or a place name.")
        parser.add_argument("--radius", default="", help="How far at most: 5 (km), 3 miles, 800m. Without: no limit.")
        parser.add_argument("--limit", type=int, default=10, help=f"How many, {MOST} at most.")
        parser.add_argument("--json", action="store_true", help="Print the results as a JSON array.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._answer(**options)
        except EngineUnavailable as problem:
            raise CommandError(str(problem)) from problem

    def _answer(self, *, words: str, near: str, radius: str, limit: int, **options: Any) -> None:
        ready_to_search(say=self.stderr.write)
        filters = SearchFilters.of({"q": words, "near": near, "radius": radius, "limit": limit})
        question = filters.question()
        if filters.errors:
            raise CommandError(" ".join(f"{name}: {' '.join(said)}" for name, said in filters.errors.items()))
        now = timezone.localtime()
        page = find(question, viewer=PUBLIC, now=now)
        if page.degraded:
            self.stderr.write(DEGRADED)
        found = results(page, now=now)
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
            return
        self.stderr.write(f"{page.total} found")
        for place, each in enumerate(found, 1):
            self.stdout.write(f"{place}. {each['name']} ({each['kind'].replace('_', ' ')})")
            self.stdout.write(f"   {' '.join(each['reasons'])}")
            if each["distance_m"] is not None:
                self.stdout.write(f"   {each['distance_m'] / 1000:.1f} km")
