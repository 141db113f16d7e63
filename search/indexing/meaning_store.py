"""Writes vectors, each text once, and which of them belong to which asset.

Invariant: called under the lease, in one transaction a batch; what is there already is not reckoned again.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from django.db import transaction
from django.db.models import Max

from search.meaning.base import Embedder
from search.meaning.texts import Texts, digest
from search.models import AssetMeaning, TextVector

_WHOLE, _PIECE = TextVector.Kind.WHOLE, TextVector.Kind.PIECE


def keep(found: Mapping[int, Texts], gone: Sequence[int], embedder: Embedder) -> None:
    """Keep the meaning of these assets; those that are gone have none any more."""
    wanted = _named(found, embedder.name)
    known = _ids(wanted)
    new = {key: text for key, text in wanted.items() if key[1] not in known}
    vectors = embedder.embed(list(new.values())).astype("<f2")
    with transaction.atomic():
        TextVector.objects.bulk_create(
            [
                TextVector(kind=kind, digest=name, vector=vector.tobytes())
                for (kind, name), vector in zip(new, vectors, strict=True)
            ],
            batch_size=200,
            # Somebody whose lease ran out in a slow hour may have written the same text, which is the same vector.
            ignore_conflicts=True,
        )
        ids = known | _ids(new)
        sequence = (AssetMeaning.objects.aggregate(last=Max("sequence"))["last"] or 0) + 1
        AssetMeaning.objects.bulk_create(
            [
                *(_row(asset_id, texts, ids, embedder.name, sequence) for asset_id, texts in found.items()),
                *(AssetMeaning(asset_id=asset_id, sequence=sequence, whole=None, pieces=b"") for asset_id in gone),
            ],
            batch_size=200,
            update_conflicts=True,
            unique_fields=["asset_id"],
            update_fields=["sequence", "whole", "pieces"],
        )


def drop_unused() -> int:
    """Delete vectors that belong to no asset any more. How many."""
    used: set[int] = set()
    for whole, pieces in AssetMeaning.objects.exclude(whole=None).values_list("whole", "pieces").iterator():
        used.add(whole or 0)
        used.update(np.frombuffer(bytes(pieces), dtype="<i8").tolist())
    unused = [pk for pk in TextVector.objects.values_list("pk", flat=True).iterator() if pk not in used]
    for start in range(0, len(unused), 500):
        TextVector.objects.filter(pk__in=unused[start : start + 500]).delete()
    return len(unused)


def _named(found: Mapping[int, Texts], model: str) -> dict[tuple[str, str], str]:
    """(kind, digest) -> text, each once."""
    named: dict[tuple[str, str], str] = {}
    for texts in found.values():
        named[_WHOLE, digest(model, _WHOLE, texts.whole)] = texts.whole
        named.update({(_PIECE, digest(model, _PIECE, piece)): piece for piece in texts.pieces})
    return named


def _ids(wanted: Mapping[tuple[str, str], str]) -> dict[str, int]:
    names = [name for _, name in wanted]
    found: dict[str, int] = {}
    for start in range(0, len(names), 500):
        found.update(TextVector.objects.filter(digest__in=names[start : start + 500]).values_list("digest", "pk"))
    return found


def _row(asset_id: int, texts: Texts, ids: Mapping[str, int], model: str, sequence: int) -> AssetMeaning:
    pieces = [ids[digest(model, _PIECE, piece)] for piece in texts.pieces]
    return AssetMeaning(
        asset_id=asset_id,
        sequence=sequence,
        whole=ids[digest(model, _WHOLE, texts.whole)],
        pieces=np.array(pieces, dtype="<i8").tobytes(),
    )
