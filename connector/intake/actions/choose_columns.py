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
        fresh.save()
        if lines:
            _keep(fresh, lines)
        go_on(fresh)
    return fresh


def _keep(one: Import, lines: str) -> None:
    name = one.mapping_name or one.source[:120]
    found, _made = ImportMapping.objects.update_or_create(
        name=name,
        defaults={"source": one.source, "columns": lines, "contacts_for": one.contacts_for, "licence": one.licence},
    )
    if one.mapping_name != found.name:
        one.mapping_name = found.name
        one.save(update_fields=["mapping_name"])
