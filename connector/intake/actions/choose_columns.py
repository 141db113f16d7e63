"""Say what the columns mean, keep it for the next file of the source, and have the differences found.

Invariant: only while nothing is written; an answer that is no field is refused.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from cms.imports.mapping.chosen import answers, write_lines
from connector.intake.models import Import, ImportMapping
from connector.intake.work import go_on


class NotNow(Exception):
    """The import has gone on meanwhile."""


def choose_columns(*, one: Import, chosen: Mapping[tuple[str, str], str], by: Any) -> Import:
    """`chosen`: (table or "", heading) -> field. Raises NotNow where the import waits for something else."""
    known = set(answers())
    lines = write_lines({key: code for key, code in chosen.items() if code in known})
    with transaction.atomic():
        fresh = Import.objects.select_for_update().get(pk=one.pk)
        if fresh.state not in (Import.State.UNDERSTOOD, Import.State.COMPARED):
            raise NotNow
        fresh.state, fresh.columns = Import.State.COMPARING, lines or fresh.columns
        fresh.rows_done = fresh.rows_total = 0
        if lines:
            fresh.mapping_name = _kept(fresh, lines)
        fresh.save()
        go_on(fresh)
    return fresh


def _kept(one: Import, lines: str) -> str:
    """The name that they are kept by: that of the source's own. What was borrowed of another source stays as it was."""
    own = ImportMapping.objects.filter(name=one.mapping_name, source=one.source).exists()
    name = one.mapping_name if own else one.source[:120]
    ImportMapping.objects.update_or_create(
        name=name,
        defaults={"source": one.source, "columns": lines, "contacts_for": one.contacts_for, "licence": one.licence},
    )
    return name
