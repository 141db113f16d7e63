"""`manage.py match "what was said" --near PLACE`: from the words of a visit to what is near, from a terminal.

JSON alone goes to standard output with --json or --reading-only; all else goes to standard error. Nothing is kept.
"""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from cms.geo.answers import Found
from cms.visibility import PUBLIC
from search.engines.base import EngineUnavailable
from search.interests import vocabulary
from search.near import place_of
from search.questions import Question, Wishes
from search.refresh import finish_meaning, ready_to_search
from search.shipped import shipped
from search.types import Point
from search.understanding.telling import as_data
from search.understanding.understand import understand
from search.vocabulary import Vocabulary
from search.whole_answer import whole_answer

MOST = 100
# As many of the others in a note get answers of their own, and as many each.


class Command(BaseCommand):
    help = "Read what was said on a visit, and find what that person would go to. Text, or - for standard input."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", help="What was said or noted, or - to read standard input.")
        parser.add_argument("--near", default="", help="A postcode, its first half, or a place name.")
        parser.add_argument("--limit", type=int, default=10, help=f"How many matches, {MOST} at most.")
        parser.add_argument("--json", action="store_true", help="Print the reading and the matches as JSON.")
        parser.add_argument("--explain", action="store_true", help="With --json: each score in its parts.")
        parser.add_argument(
            "--reading-only", action="store_true", help="Print the reading as JSON; needs no place and no index."
        )

    def handle(self, *args: Any, text: str, near: str, limit: int, **options: Any) -> None:
        said = sys.stdin.read() if text == "-" else text
        if options["reading_only"]:
            self._print({"reading": as_data(understand(said, vocabulary_here()))})
            return
        try:
            question = self._question(said, near, max(1, min(limit, MOST)))
            now = timezone.localtime()
            answer = whole_answer(question, viewer=PUBLIC, now=now, explain=options["explain"])
        except EngineUnavailable as problem:
            raise CommandError(str(problem)) from problem
        if answer.degraded:
            self.stderr.write("The search server did not answer: these are the answers of the engine kept beside it.")
        told = answer.told
        if options["json"]:
            self._print(told)
            return
        for each in told["matches"]:
            self.stdout.write(f"{each['name']}\n   {' '.join(each['reasons'])}")
            for stop in each["stops"]:
                self.stdout.write(f"   ! {stop}")

    def _question(self, said: str, near: str, limit: int) -> Question:
        place = place_of(near) if near else None
        if near and not isinstance(place, Found):
            raise CommandError(str(place))
        ready_to_search(say=self.stderr.write)
        finish_meaning(say=self.stderr.write)
        return Question(
            text=said,
            near=Point(place.lat, place.lon) if isinstance(place, Found) else None,
            wishes=Wishes(),
            limit=limit,
        )

    def _print(self, told: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))


def vocabulary_here() -> Vocabulary:
    """The council's vocabulary, or the shipped one where there is none yet, nor a database."""
    try:
        found = vocabulary()
    except DatabaseError:
        return shipped()
    return found if found.concepts else shipped()
