"""Keeps `AssetRow` as the catalogue is. Every index's drain does it; a row that is right already is left alone.

Invariant: sequences follow commits. Whoever writes holds the clock's row until the commit, and on a database that hosts
share it is taken before the catalogue is read, so that nobody writes what another has already overtaken.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext

from django.db import connection, transaction
from django.db.models import F

from search.eligibility import eligible
from search.features import table
from search.indexing.plan import IndexOutcome, plan
from search.models import AssetRow, FeatureClock
from search.packing import pack
from search.terms import term_counts
from search.types import AssetDocument, CandidateFeatures

Pair = tuple[AssetDocument, CandidateFeatures]
_CHANGES = frozenset({IndexOutcome.ADDED, IndexOutcome.REPLACED})


def keep_rows(ids: Sequence[int], read: Callable[[], list[Pair]]) -> tuple[list[Pair], Counter[IndexOutcome]]:
    """Read these assets and keep their rows. What was read, and how many had which outcome."""
    with _before_reading():
        pairs = read()
        outcomes = _keep(ids, pairs)
    table().nudge()
    return pairs, outcomes


def drop_surplus_rows() -> int:
    """Empty the rows of what no longer belongs. How many there were."""
    with transaction.atomic():
        sequence = _tick()
        surplus = AssetRow.objects.exclude(digest="").exclude(asset_id__in=eligible().values("pk"))
        return surplus.update(digest="", payload=b"", sequence=sequence)


def _before_reading() -> AbstractContextManager[object]:
    if connection.vendor != "postgresql":
        return nullcontext()  # one host, one lease: nobody to overtake, and reading need not hold up writers
    return _holding_the_clock()


class _holding_the_clock(transaction.Atomic):  # noqa: N801  (a context manager, named as it reads)
    def __init__(self) -> None:
        super().__init__(using=None, savepoint=True, durable=False)

    def __enter__(self) -> None:
        super().__enter__()
        _tick()


def _keep(ids: Sequence[int], pairs: Iterable[Pair]) -> Counter[IndexOutcome]:
    found = {document.asset_id: (document, features) for document, features in pairs}
    rows = _packed(found)  # before the transaction: it takes a while, and writers wait for one another
    with transaction.atomic():
        sequence = _tick()
        kept = _digests(ids)
        outcomes = {pk: plan(found[pk][0] if pk in found else None, kept.get(pk, "")) for pk in ids}
        changed = [rows.get(pk) or _row(*found[pk]) for pk, outcome in outcomes.items() if outcome in _CHANGES]
        for row in changed:
            row.sequence = sequence
        AssetRow.objects.bulk_create(
            changed,
            batch_size=200,
            update_conflicts=True,
            unique_fields=["asset_id"],
            update_fields=["digest", "sequence", "payload"],
        )
        removed = [pk for pk, outcome in outcomes.items() if outcome is IndexOutcome.REMOVED]
        AssetRow.objects.filter(pk__in=removed).update(digest="", payload=b"", sequence=sequence)
    return Counter(outcomes.values())


def _packed(found: Mapping[int, Pair]) -> dict[int, AssetRow]:
    kept = _digests(found)
    return {pk: _row(*pair) for pk, pair in found.items() if kept.get(pk) != pair[0].digest}


def _row(document: AssetDocument, features: CandidateFeatures) -> AssetRow:
    packed = pack(features, term_counts(document))
    return AssetRow(asset_id=document.asset_id, digest=document.digest, payload=packed)


def _digests(ids: Iterable[int]) -> dict[int, str]:
    return dict(AssetRow.objects.filter(pk__in=list(ids)).values_list("pk", "digest"))


def _tick() -> int:
    """The next number; the clock's row is held until the transaction ends."""
    if not FeatureClock.objects.filter(pk=1).update(last=F("last") + 1):
        FeatureClock.objects.get_or_create(pk=1, defaults={"last": 1})
    return FeatureClock.objects.values_list("last", flat=True).get(pk=1)
