"""Somebody has looked at two assets that seem to be one: they are not the same."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from cms.actions.history import NOT_SAME, write_history
from cms.models import PossibleDuplicate


@transaction.atomic
def settle_not_same(*, pairs: Iterable[int], by: AbstractBaseUser | None) -> int:
    """These pairs (keys of PossibleDuplicate) are two things each, and not asked about again. How many were open."""
    rows = PossibleDuplicate.objects.select_for_update(of=("self",)).filter(
        pk__in=list(pairs), state=PossibleDuplicate.State.OPEN
    )
    settled = list(rows.select_related("first", "second"))
    for row in settled:
        row.state, row.settled_at = PossibleDuplicate.State.NOT_SAME, timezone.now()
        row.save(update_fields=["state", "settled_at"])
        for one, other in ((row.first, row.second), (row.second, row.first)):
            write_history(one, NOT_SAME, by=by, other=other.name)
    return len(settled)
