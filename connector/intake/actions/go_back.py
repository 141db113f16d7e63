"""Go back to the columns. Invariant: only while nothing is written."""

from typing import Any

from connector.intake.actions.choose_columns import NotNow
from connector.intake.models import Import


def go_back(*, one: Import, by: Any) -> None:
    """Raises NotNow where something is written already."""
    done = Import.objects.filter(pk=one.pk, state=Import.State.COMPARED).update(state=Import.State.UNDERSTOOD)
    if not done:
        raise NotNow
