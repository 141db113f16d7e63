"""From an edit to the moment when a search finds it, with a worker that follows the log as `make run` has one.

Invariant: every edit brings in a word that no other listing has, and is taken back.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from cms.models import Asset
from search.engines import get_engine
from search.refresh import workers
from search.types import SearchRequest, WeightedTerm
from tests.bench.timing import Measured

EDITS = 20
PATIENCE_SECONDS = 60.0


def fresh_row() -> Measured:
    """One time an edit, of the engine that the settings name."""
    row = Measured(f"{get_engine().name}: from edit to found")
    began = time.perf_counter()
    with _following():
        for number, asset in enumerate(Asset.objects.filter(live=True).order_by("-pk")[:EDITS]):
            name, word = asset.name, f"zyx{number:03}q"
            started = time.perf_counter()
            _rename(asset, f"{name} {word}")
            row.hits.append(_found(word))
            row.times.append((time.perf_counter() - started) * 1000)
            _rename(asset, name)
            _gone(word)
    row.seconds = time.perf_counter() - began
    return row


def _rename(asset: Asset, name: str) -> None:
    asset.name = name
    with transaction.atomic():
        asset.save()


def _found(word: str) -> int:
    return _wait(word, 1)


def _gone(word: str) -> None:
    _wait(word, 0)


def _wait(word: str, wanted: int) -> int:
    until = time.perf_counter() + PATIENCE_SECONDS
    request = SearchRequest(terms=(WeightedTerm((word,)),))
    while time.perf_counter() < until:
        if get_engine().search(request, now=0, wanted=1).total == wanted:
            return wanted
        time.sleep(0.005)
    raise RuntimeError("An edit did not become findable.")


@contextmanager
def _following() -> Iterator[None]:
    # The worker of words alone: one that reads meanings would go on beside what is measured after.
    worker = workers()[-1]
    worker.start()
    try:
        yield
    finally:
        worker.stop()
