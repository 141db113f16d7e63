"""Records whose assets somebody deleted: remembered when it happens, asked before an import makes an asset.

Invariant: only the deletion of an asset counts, not the coming and going of its records when a revision is published.
"""

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_delete

from cms.imports.existing import Key
from cms.imports.registers import shared_id
from cms.models import Asset, AssetSource
from connector.intake.models import DeletedRecord


def connect() -> None:
    """Listen, once a process."""
    post_delete.connect(_remember, sender=AssetSource, dispatch_uid="connector.intake.deletions")


def deleted_among(keys: Collection[Key]) -> set[Key]:
    """Those of the records (source name, id) whose assets were deleted here; a charity counts whoever named it."""
    refs = {ref for _, ref in keys}
    found = set(DeletedRecord.objects.filter(source_ref__in=refs).values_list("source", "source_ref"))
    shared = {ref for _, ref in found if shared_id(ref)}
    return {key for key in keys if key in found or key[1] in shared}


def forget(keys: Collection[Key]) -> None:
    """They came back: remember them no longer. One query where there was nothing to remember."""
    wanted = deleted_among(keys) if keys else set()
    if not wanted:
        return
    refs = {ref for _, ref in wanted}
    gone = [
        row.pk
        for row in DeletedRecord.objects.filter(source_ref__in=refs)
        if (row.source, row.source_ref) in wanted or shared_id(row.source_ref)
    ]
    DeletedRecord.objects.filter(pk__in=gone).delete()


def _remember(instance: AssetSource, origin: Any = None, **_: Any) -> None:
    if getattr(origin, "model", type(origin)) is Asset:
        DeletedRecord.objects.get_or_create(source=instance.source.name, source_ref=instance.source_ref)
