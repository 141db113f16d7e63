"""What processes beside the test do: `python -m tests.processes.acts NAME ARGUMENT…`. The last line answers in JSON.

Invariant: each uses the product's own doors; the only thing bent is where a drainer stops to be killed.
"""

import json
import sys
import time
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import django
import time_machine

django.setup()

from django.conf import settings  # noqa: E402
from django.core import mail  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402

from cms.models import Asset  # noqa: E402
from search import conf  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.engines.base import Rejected  # noqa: E402
from search.features import table  # noqa: E402
from search.indexing.worker import Worker  # noqa: E402
from search.models import IndexChange, IndexPosition  # noqa: E402
from search.refresh import bring_up_to_date, gate_reports, rebuild_index  # noqa: E402
from search.types import AssetDocument, SearchRequest, WeightedTerm  # noqa: E402


def publish(word: str, number: str) -> list[int]:
    """Publish so many new listings, one after another, as the admin does; each holds a word of its own."""
    made = []
    for n in range(int(number)):
        asset = Asset(name=f"{word}{n} Table", live=False)
        asset.save()
        asset.save_revision().publish()
        made.append(asset.pk)
    return made


def edit(word: str, number: str) -> list[int]:
    """Publish an edit of the first so many listings: another name, with a word of its own."""
    chosen = list(Asset.objects.filter(live=True).order_by("pk")[: int(number)])
    for n, asset in enumerate(chosen):
        asset.name = f"{word}{n} Table"
        asset.save_revision().publish()
    return [asset.pk for asset in chosen]


def ask_for_codes(address: str, number: str) -> int:
    """Ask so often for a code to sign in with, each time in another browser, all at one moment. How many letters were
    sent of it."""
    mail.outbox = []
    settings.CONNECTOR_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False):
        for _ in range(int(number)):
            Client().post("/account/login/code/", {"email": address})
    return len(mail.outbox)


def withdraw(*ids: str) -> list[int]:
    """Unpublish these."""
    for asset in Asset.objects.filter(pk__in=ids):
        asset.unpublish()
    return [int(pk) for pk in ids]


def rename(name: str, other: str) -> int:
    """Publish another name for a listing, as the admin does."""
    asset = Asset.objects.get(name=name)
    asset.name = other
    asset.save_revision().publish()
    return asset.pk


def withdraw_named(name: str) -> int:
    """Unpublish a listing."""
    asset = Asset.objects.get(name=name)
    asset.unpublish()
    return asset.pk


def found(word: str, number: str) -> list[int]:
    """What the index and the rows of the ranking find for each of the words, in order; 0 for nothing."""
    engine = get_engine()
    return [_found(engine, f"{word.lower()}{n}") for n in range(int(number))]


def _found(engine: Any, stem: str) -> int:
    ids = engine.search(SearchRequest(terms=(WeightedTerm((stem,)),)), now=0).ids
    known = [found.asset_id for found in table().features(ids)]
    return known[0] if len(known) == 1 else 0


def drain_and_stop_in_mid_batch(sign: str, writes: str) -> None:
    """Follow changes as a worker does; after so many writes of the index, stop in the next, half-way, for good.
    The sign says who held the lease then."""
    engine, left = get_engine(), [int(writes)]
    write = engine.write

    def write_or_stop(
        documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        left[0] -= 1
        if left[0] < 0 and len(documents) > 1:
            write(documents[: len(documents) // 2], generation=generation)
            half = Path(f"{sign}.half")
            half.write_text(json.dumps(position()["lease_holder"]))
            half.rename(sign)  # whole from the moment that it is there
            Event().wait()
        return write(documents, deleted, generation=generation)

    engine.write = write_or_stop  # type: ignore[method-assign]
    Worker(engine).run()


def rebuild_and_stop_in_mid_batch(sign: str, batch: str, writes: str) -> None:
    """Build the index in use anew in batches of so many; after so many writes, stop in the next, half-way, for good."""
    conf.BATCH = int(batch)
    engine, left = get_engine(), [int(writes)]
    write = engine.write

    def write_or_stop(
        documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        if generation is not None and not left[0]:
            write(documents[: len(documents) // 2], generation=generation)
            Path(sign).touch()
            Event().wait()
        left[0] -= generation is not None
        return write(documents, deleted, generation=generation)

    engine.write = write_or_stop  # type: ignore[method-assign]
    rebuild_index()


def rebuild_and_tell(batch: str) -> list[int]:
    """Build the indexes anew in batches of so many. Which listings were written into the new one of the engine in use,
    in order."""
    conf.BATCH = int(batch)
    engine, written = get_engine(), []
    write = engine.write

    def write_and_tell(
        documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        if generation is not None:
            written.extend(document.asset_id for document in documents)
        return write(documents, deleted, generation=generation)

    engine.write = write_and_tell  # type: ignore[method-assign]
    rebuild_index()
    return written


def settled() -> dict[str, list[int]]:
    """Bring every index up to date and compare it with the catalogue: how many listings belong in it, how many wait,
    and how many are missing, out of date, too many or refused."""
    bring_up_to_date()
    told = {}
    for name, report in gate_reports().items():
        drift = (report.index.missing, report.index.stale, report.index.surplus, report.refused)
        told[name] = [report.checked, report.waiting, *(ids.count for ids in drift)]
    return told


def drain_and_tell(told: str) -> None:
    """Follow changes as a worker does, for good; of every write, a line: when it began and ended, and what it wrote."""
    engine = get_engine()
    write = engine.write

    def write_and_tell(
        documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        began = time.monotonic_ns()
        rejected = write(documents, deleted, generation=generation)
        ids = sorted({document.asset_id for document in documents} | set(deleted))
        with Path(told).open("a") as file:
            file.write(json.dumps([began, time.monotonic_ns(), ids]) + "\n")
        return rejected

    engine.write = write_and_tell  # type: ignore[method-assign]
    Worker(engine).run()


def search_until(sign: str, answer: str) -> None:
    """Search for everything, over and over, until the sign is there; how often, and the fewest and most found."""
    engine, totals, started = get_engine(), [], time.monotonic()
    generations = set()
    while not Path(sign).exists():
        engine.refresh()
        totals.append(engine.search(SearchRequest(), now=0).total)
        generations.add(engine.live_generation())
    Path(answer).write_text(
        json.dumps([len(totals), min(totals), max(totals), len(generations), time.monotonic() - started])
    )


def position() -> dict[str, Any]:
    """Where the index stands and who holds it."""
    mine = IndexPosition.objects.filter(index=get_engine().name)
    return mine.values("generation", "last_change", "lease_holder").get()


def changes() -> dict[str, int]:
    """How many changes the log holds of each asset."""
    logged = IndexChange.objects.values_list("asset_id").annotate(number=Count("id")).order_by()
    return {str(pk): number for pk, number in logged}


ACTS: dict[str, Callable[..., Any]] = {
    act.__name__: act
    for act in (
        publish,
        ask_for_codes,
        edit,
        withdraw,
        rename,
        withdraw_named,
        found,
        drain_and_stop_in_mid_batch,
        drain_and_tell,
        rebuild_and_stop_in_mid_batch,
        rebuild_and_tell,
        settled,
        search_until,
        position,
        changes,
    )
}

if __name__ == "__main__":
    print(json.dumps(ACTS[sys.argv[1]](*sys.argv[2:])))
