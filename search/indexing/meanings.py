"""Keeps the meaning of listings up with their rows: a second, lower job. A listing is found by its words at once, by
its meaning a little later.

Invariant: one process at a time does it, under a lease of its own; what was reckoned stays when it is broken off. It
follows `AssetRow` by sequence and asset id, and begins anew when the model or the database is another.
"""

from collections.abc import Callable, Sequence

from django.db.models import Max, Q, QuerySet

from cms.models import Asset
from search.indexing.lease import Lease, lease_on, mark_of
from search.indexing.meaning_store import drop_unused, keep
from search.indexing.outbox import Mark
from search.meaning.base import Embedder
from search.meaning.texts import Texts, texts_of
from search.models import AssetRow, IndexPosition

# Listings a batch: a second or two of one processor, after which others have their turn.
BATCH = 16
# Grows whenever other texts are read (`texts`, `pieces`).
READ_AS = "1"
INDEX = "meaning"
Told = Callable[[int, int], object]


def position(embedder: Embedder) -> IndexPosition:
    """One a model for all hosts, since vectors lie in the database. Its `last_xact` is the sequence of a row, its
    `last_change` the asset's id; it names no generation, and holds up no change of the log."""
    return IndexPosition.objects.get_or_create(index=INDEX, host=f"{embedder.name}/{READ_AS}")[0]


def waiting(embedder: Embedder) -> int:
    """How many listings have changed since their meaning was read."""
    return _after(_mark(position(embedder))).count()


def follow(embedder: Embedder) -> bool:
    """Read the meaning of the next few. False when there was nothing to do, or somebody else is at it."""
    found = position(embedder)
    if not _after(_mark(found)).exists():
        return False
    with lease_on(found) as lease:
        return lease is not None and _batch(embedder, lease)


def tidy(embedder: Embedder) -> int:
    """Delete vectors of texts that no listing has any more: what was taken out of one leaves here too. How many."""
    with lease_on(position(embedder)) as lease:
        return drop_unused() if lease is not None else 0


def finish(embedder: Embedder, told: Told = lambda done, total: None) -> bool:
    """Read all that waits, telling how far it is. False when somebody else is at it."""
    with lease_on(position(embedder)) as lease:
        if lease is None:
            return False
        total, done = waiting(embedder), 0
        while _batch(embedder, lease):
            done = min(done + BATCH, total)
            told(done, total)
        return True


def _batch(embedder: Embedder, lease: Lease) -> bool:
    mark = _mark(lease.position)
    rows = list(_after(mark).order_by("sequence", "asset_id").values_list("sequence", "asset_id", "digest")[:BATCH])
    if not rows:
        return False
    if mark == Mark(0, 0):
        # An asset has one meaning: what another model said of it is no longer there.
        IndexPosition.objects.filter(index=INDEX).exclude(pk=lease.position.pk).delete()
    there = _texts([asset_id for _, asset_id, kept in rows if kept])
    keep(there, [asset_id for _, asset_id, _ in rows if asset_id not in there], embedder)
    sequence, asset_id, _ = rows[-1]
    lease.set(last_xact=sequence, last_change=asset_id)
    return True


def _texts(ids: Sequence[int]) -> dict[int, Texts]:
    rows = Asset.objects.filter(pk__in=ids).values_list("pk", "name", "summary", "description")
    return {pk: texts_of(name, summary, description) for pk, name, summary, description in rows}


def _mark(found: IndexPosition) -> Mark:
    newest = AssetRow.objects.aggregate(last=Max("sequence"))["last"] or 0
    return Mark(0, 0) if found.last_xact > newest else mark_of(found)


def _after(mark: Mark) -> QuerySet[AssetRow]:
    return AssetRow.objects.filter(Q(sequence__gt=mark.xact) | Q(sequence=mark.xact, asset_id__gt=mark.change))
