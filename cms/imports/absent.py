"""Listings whose records a whole new list no longer has: found, and taken down where nobody edited them.

Invariant: an asset with another record that is still there stays up, what somebody edited is left alone, and one that
comes back into the list comes back to the public.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db import transaction

from cms import signals
from cms.imports.deciding import OFF
from cms.imports.existing import content_digest, content_of
from cms.imports.parts import said
from cms.models import Asset, AssetSource

BATCH = 500


@dataclass(frozen=True, slots=True)
class Absent:
    """A live asset that its list no longer has. `edited`: somebody edited it here, so it stays."""

    asset: int
    record: int
    name: str
    ref: str
    edited: bool


def absent(sources: Collection[str], seen: Collection[tuple[str, str]]) -> Iterator[Absent]:
    """Every live asset of these sources of which no record was seen, in order."""
    still = set(seen)
    rows = AssetSource.objects.filter(source__name__in=sources, asset__live=True, carried=False)
    rows = rows.select_related("source")
    missing = [row for row in rows.order_by("pk") if (row.source.name, row.source_ref) not in still]
    for start in range(0, len(missing), BATCH):
        yield from _of(missing[start : start + BATCH], still)


def take_down(found: Collection[Absent]) -> int:
    """Take down those that nobody edited. How many."""
    going = [each for each in found if not each.edited]
    for start in range(0, len(going), BATCH):
        batch = going[start : start + BATCH]
        with transaction.atomic():
            records = {row.pk: row for row in AssetSource.objects.filter(pk__in=[each.record for each in batch])}
            for row in records.values():
                row.digest = row.digest.removesuffix(OFF) + OFF
            AssetSource.objects.bulk_update(records.values(), ["digest"])
            pks = sorted(each.asset for each in batch)
            Asset.objects.filter(pk__in=pks).update(live=False)
            signals.announce_withdrawal(pks)
    return len(going)


def _of(rows: list[AssetSource], still: set[tuple[str, str]]) -> Iterator[Absent]:
    pks = {row.asset_id for row in rows}
    assets = {asset.pk: asset for asset in Asset.objects.filter(pk__in=pks).select_related("organisation")}
    parts = said(list(assets))
    elsewhere = {
        row.asset_id
        for row in AssetSource.objects.filter(asset__in=pks).select_related("source")
        if (row.source.name, row.source_ref) in still
    }
    for row in rows:
        asset = assets[row.asset_id]
        if asset.pk in elsewhere:
            continue
        digest = content_digest(asset, content_of(asset, parts[asset.pk]))
        edited = asset.has_unpublished_changes or asset.locked or digest != row.digest.removesuffix(OFF)
        yield Absent(asset.pk, row.pk, asset.name, row.source_ref, edited)
