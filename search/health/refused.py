"""Listings that an index will not take: shown with the reason, and tried again when somebody asks.

Invariant: trying again is one more change in the log, as if the listing had been saved; nothing else is written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cms.models import Asset
from search.health.words import name_of, refusal
from search.indexing import outbox
from search.indexing.nudge import nudge
from search.models import IndexRejection


@dataclass(frozen=True, slots=True)
class Refusal:
    """One listing and one index. `name` is empty when the listing is gone."""

    asset_id: int
    name: str
    index: str
    reason: str
    since: datetime


def refusals(asset_ids: Iterable[int] | None = None) -> Iterator[Refusal]:
    """The latest first, of these listings or of all."""
    rows = IndexRejection.objects.select_related("position").order_by("-made_at", "-pk")
    if asset_ids is not None:
        rows = rows.filter(asset_id__in=list(asset_ids))
    found = list(rows)
    names = dict(Asset.objects.filter(pk__in={row.asset_id for row in found}).values_list("pk", "name"))
    for row in found:
        host = f" on {row.position.host}" if row.position.host else ""
        index = f"{name_of(row.position.index)}{host}"
        yield Refusal(row.asset_id, names.get(row.asset_id, ""), index, refusal(row.reason), row.made_at)


def try_again(asset_ids: Iterable[int] | None = None) -> int:
    """Put these, or all that are refused, into the log once more. How many."""
    rows = IndexRejection.objects.all()
    if asset_ids is not None:
        rows = rows.filter(asset_id__in=list(asset_ids))
    ids = sorted(set(rows.values_list("asset_id", flat=True)))
    with transaction.atomic():
        outbox.append(ids)
        transaction.on_commit(nudge, robust=True)
    return len(ids)
