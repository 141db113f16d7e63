"""How common each term is, counted over all rows and kept as one snapshot, so that every process reckons alike.

Invariant: a snapshot is never changed; the newest one counts. Scores change when one is made (a rebuild, once a day),
not with every edit.
"""

from collections.abc import Iterator, Mapping

import numpy as np
from django.db import transaction

from search.models import AssetRow, TermSnapshot
from search.packing import unpack_features, unpack_terms
from search.types import TermStatistics

# A snapshot is worn when the number of documents has moved by this share, or by this many while there are few.
_WORN_SHARE, _WORN_FEW = 0.1, 20
# Keys gathered before they are counted together: 32 MB.
_GATHER = 4_000_000
_KEPT = 3


class Frequencies(Mapping[int, int]):
    """Term key -> in how many documents it stands, looked up in two sorted arrays (a tenth of what a dict takes)."""

    def __init__(self, keys: np.ndarray, counts: np.ndarray) -> None:
        self._keys, self._counts = keys, counts

    def __getitem__(self, key: int) -> int:
        place = int(np.searchsorted(self._keys, key))
        if place == len(self._keys) or self._keys[place] != key:
            raise KeyError(key)
        return int(self._counts[place])

    def __iter__(self) -> Iterator[int]:
        return iter(self._keys.tolist())

    def __len__(self) -> int:
        return len(self._keys)


def make_snapshot() -> TermStatistics:
    """Count the terms of all rows and keep the counts. Older snapshots are dropped, but for the last few."""
    counted, documents, words = _count()
    keys, counts = counted
    common = counts > 1
    with transaction.atomic():
        made = TermSnapshot.objects.create(
            documents=documents,
            mean_length=words / documents if documents else 0.0,
            keys=keys[common].astype("<i8").tobytes(),
            counts=counts[common].astype("<i4").tobytes(),
        )
        kept = TermSnapshot.objects.order_by("-pk").values_list("pk", flat=True)[:_KEPT]
        TermSnapshot.objects.exclude(pk__in=list(kept)).delete()
    return _read(made)


def worn() -> bool:
    """Whether so much has come or gone since the newest snapshot that its figures mislead."""
    counted = TermSnapshot.objects.order_by("-pk").values_list("documents", flat=True).first() or 0
    moved = abs(AssetRow.objects.exclude(digest="").count() - counted)
    return moved > max(_WORN_FEW, _WORN_SHARE * counted)


def newest_id() -> int:
    """The id of the newest snapshot; 0 when there is none."""
    return TermSnapshot.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def newest_snapshot() -> TermStatistics:
    """What the newest snapshot says; nothing at all before the first."""
    found = TermSnapshot.objects.order_by("-pk").first()
    return _read(found) if found else TermStatistics(documents=0, mean_length=0.0)


def _read(snapshot: TermSnapshot) -> TermStatistics:
    keys = np.frombuffer(bytes(snapshot.keys), dtype="<i8")
    counts = np.frombuffer(bytes(snapshot.counts), dtype="<i4")
    return TermStatistics(snapshot.documents, snapshot.mean_length, Frequencies(keys, counts))


def _count() -> tuple[tuple[np.ndarray, np.ndarray], int, int]:
    total = (np.empty(0, "<i8"), np.empty(0, "<i8"))
    gathered: list[np.ndarray] = []
    documents = words = waiting = 0
    for (payload,) in AssetRow.objects.exclude(digest="").values_list("payload").iterator(chunk_size=500):
        packed = bytes(payload)
        keys, _ = unpack_terms(packed)
        documents, words = documents + 1, words + unpack_features(packed).length
        gathered.append(keys)
        waiting += len(keys)
        if waiting > _GATHER:
            total, gathered, waiting = _merged(total, gathered), [], 0
    return _merged(total, gathered), documents, words


def _merged(total: tuple[np.ndarray, np.ndarray], more: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Both counts together. `more`: the keys of documents, each key once a document."""
    if not more:
        return total
    keys, counts = np.unique(np.concatenate(more), return_counts=True)
    all_keys = np.concatenate([total[0], keys])
    merged, where = np.unique(all_keys, return_inverse=True)
    return merged, np.bincount(where, weights=np.concatenate([total[1], counts]), minlength=len(merged)).astype("<i8")
