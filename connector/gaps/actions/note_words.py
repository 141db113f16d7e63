"""Count words that nothing explained, and show one once enough workers have met it."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db import transaction

from connector.gaps.hashing import whose_hash, word_hash
from connector.gaps.models import NewWord, WordMet
from connector.gaps.weeks import week_of, weeks_before

WORKERS: Final = 3
"""So many must have met a word before anybody can read it."""
KEPT_WEEKS: Final = 26


@transaction.atomic
def note_words(*, words: Iterable[str], worker: int, on: date) -> None:
    """Each word as met by this worker this week. A word in the clear is written down only when the third one meets it:
    before, there is nothing to read. What is older than half a year is forgotten. One that is shown already, hashed
    with another key, takes this hash, and stays what somebody made of it."""
    week = week_of(on)
    hashed = {word_hash(word): word for word in words}
    if not hashed:
        return
    WordMet.objects.filter(week__lt=weeks_before(on, KEPT_WEEKS)).delete()
    WordMet.objects.bulk_create(
        [WordMet(word=mark, whose=whose_hash(mark, worker), week=week) for mark in hashed], ignore_conflicts=True
    )
    shown = set(NewWord.objects.filter(hashed__in=hashed).values_list("hashed", flat=True))
    for mark, word in hashed.items():
        if mark not in shown and _workers(mark) >= WORKERS:
            NewWord.objects.update_or_create(
                word=word, defaults={"hashed": mark}, create_defaults={"word": word, "hashed": mark, "week": week}
            )


def _workers(mark: str) -> int:
    return WordMet.objects.filter(word=mark).values("whose").distinct().count()
