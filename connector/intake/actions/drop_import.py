"""Give an import up: its files go, and nothing is written any more. Invariant: one that writes is not given up."""

from typing import Any

from connector.intake.actions.choose_columns import NotNow
from connector.intake.keeping import let_go
from connector.intake.models import Import

_FINAL = (Import.State.WRITING, Import.State.DONE)


def drop_import(*, one: Import, by: Any) -> None:
    """Raises NotNow where it is written or being written."""
    if not Import.objects.filter(pk=one.pk).exclude(state__in=_FINAL).update(state=Import.State.DROPPED, worker=""):
        raise NotNow
    let_go(one)
    Import.objects.filter(pk=one.pk).update(understood=one.understood)
