"""Listings that an index will not take: kept with the reason until it does, never dropped in silence.

Invariant: after a batch exactly those of its listings are noted that were refused in it.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction

from search.engines.base import Rejected
from search.models import IndexPosition, IndexRejection

_LONGEST = 200


def note(position: IndexPosition, written: Sequence[int], rejected: Iterable[Rejected]) -> None:
    """`written`: every listing of the batch, dropped ones too."""
    reasons = {each.asset_id: each.reason for each in rejected}
    known = IndexRejection.objects.filter(position=position, asset_id__in=written)
    if not reasons and not known.exists():
        return
    with transaction.atomic():
        known.delete()
        IndexRejection.objects.bulk_create(
            IndexRejection(position=position, asset_id=pk, reason=reason[:_LONGEST]) for pk, reason in reasons.items()
        )


def refused(position: IndexPosition) -> set[int]:
    """The listings that this index will not take."""
    return set(IndexRejection.objects.filter(position=position).values_list("asset_id", flat=True))
