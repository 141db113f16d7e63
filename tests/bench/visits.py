"""A match of a visit's note of three hundred words: reading, search, scores, reasons and what would stop it.

Invariant: the same notes and places at every run; the vectors of the listings have been read before.
"""

import random
import re
from collections.abc import Iterator

from django.utils import timezone

from cms.models import Asset
from cms.visibility import PUBLIC
from search.engines import get_engine
from search.questions import Question, Wishes
from search.types import Point
from search.whole_answer import whole_answer
from tests.bench.timing import Measured, one_by_one
from tests.understanding.marked import notes

WORDS = 300
EACH = 100
SEED = 1948


def visit_row() -> Measured:
    """One row of the engine that the settings name."""

    def ask(question: Question) -> int:
        return len(whole_answer(question, viewer=PUBLIC, now=timezone.localtime()).told["matches"])

    return one_by_one(f"{get_engine().name}: match of a 300-word note", ask, _questions())


def _questions() -> list[Question]:
    draw = random.Random(SEED)
    places = list(
        Asset.objects.filter(live=True, asset_places__place__lat__isnull=False)
        .order_by("pk")
        .values_list("asset_places__place__lat", "asset_places__place__lon")[: 50 * EACH]
    )
    return [
        Question(text=text, near=Point(*draw.choice(places)), wishes=Wishes(), limit=10)
        for text, _ in zip(_notes(draw), range(EACH), strict=False)
    ]


def _notes(draw: random.Random) -> Iterator[str]:
    """Marked notes in a drawn order, joined until they hold `WORDS` words, and cut there."""
    texts = [note.text for note in notes()]
    while True:
        told = ""
        while len(re.findall(r"\S+", told)) < WORDS:
            told += f"{draw.choice(texts)}\n\n"
        yield " ".join(re.findall(r"\S+\s*", told)[:WORDS])
