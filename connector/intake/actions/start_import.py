"""Start an import: the files are kept, and somebody begins to read them. Invariant: the catalogue stays as it is."""

from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from connector.intake.keeping import keep, tidy
from connector.intake.models import Import, ImportMapping
from connector.intake.work import go_on


def start_import(
    *, files: Sequence[UploadedFile], source: str, licence: str, mapping: ImportMapping | None, contacts_for: str,
    publish: bool, whole_list: bool, by: Any,
) -> Import:  # fmt: skip
    """The import. `mapping`: answers that were kept; without one, those kept for this source."""
    tidy()
    mapping = mapping or ImportMapping.objects.filter(source=source).first()
    one = Import(
        source=source,
        licence=licence or (mapping.licence if mapping else ""),
        mapping_name=mapping.name if mapping else "",
        columns=mapping.columns if mapping else "",
        contacts_for=contacts_for,
        publish=publish,
        whole_list=whole_list,
        user=by,
    )
    keep(one, files)
    with transaction.atomic():
        one.save()
        go_on(one)
    return one
