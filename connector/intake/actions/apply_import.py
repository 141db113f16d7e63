"""Put the listings in, as the differences showed them. Invariant: each import is put in once, whoever presses twice."""

from typing import Any

from django.db import transaction

from connector.intake.actions.choose_columns import NotNow
from connector.intake.models import Import
from connector.intake.work import go_on


def apply_import(*, one: Import, by: Any) -> Import:
    """Raises NotNow where it does not wait for this."""
    with transaction.atomic():
        if not Import.objects.filter(pk=one.pk, state=Import.State.COMPARED).update(
            state=Import.State.WRITING, rows_done=0, rows_total=0
        ):
            raise NotNow
        fresh = Import.objects.get(pk=one.pk)
        go_on(fresh)
    return fresh
