"""Go on with an import that stopped, from the step it was at. Invariant: a step can be done again from its start."""

from typing import Any

from django.db import transaction

from connector.intake.actions.choose_columns import NotNow
from connector.intake.models import Import
from connector.intake.work import go_on


def try_again(*, one: Import, by: Any) -> Import:
    """Raises NotNow where it did not stop."""
    with transaction.atomic():
        state = Import.State.COMPARING if one.understood.get("tables") or one.compared else Import.State.READING
        stopped = Import.objects.filter(pk=one.pk, state=Import.State.FAILED)
        if not stopped.update(state=state, problem="", worker="", result={}):
            raise NotNow
        fresh = Import.objects.get(pk=one.pk)
        go_on(fresh)
    return fresh
