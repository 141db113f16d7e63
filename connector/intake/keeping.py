"""Uploaded files on their way through: kept in the import's own folder, gone when they are no longer needed.

Invariant: below `CONNECTOR_DATA`, under a name of ours, readable by the server alone; the files go when an import is
done or given up, what it says of itself after `DAYS_KEPT`.
"""

import shutil
from collections.abc import Iterable
from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from connector.intake.models import Import

DAYS_KEPT, DAYS_WAITING = 30, 7
_OPEN = [Import.State.READING, Import.State.UNDERSTOOD, Import.State.COMPARING, Import.State.COMPARED,
         Import.State.FAILED]  # fmt: skip


def keep(one: Import, files: Iterable[UploadedFile]) -> None:
    """Write the files into the import's folder and note them on it (not saved)."""
    folder = one.folder / "files"
    folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    one.folder.chmod(0o700)
    one.files = []
    for number, file in enumerate(files, 1):
        kept = f"{number}.upload"
        with (folder / kept).open("wb") as to:
            for chunk in file.chunks():
                to.write(chunk)
        one.files.append({"kept": kept, "name": (file.name or f"file {number}")[:200]})


def let_go(one: Import) -> None:
    """The files are no longer needed, and what was read out of them neither."""
    shutil.rmtree(one.folder / "files", ignore_errors=True)
    one.understood = {"remarks": one.understood.get("remarks", [])}


def tidy() -> None:
    """Forget what is old: imports that nobody went on with, and what the finished ones said."""
    now = timezone.now()
    for one in Import.objects.filter(state__in=_OPEN, heard_at__lt=now - timedelta(days=DAYS_WAITING)):
        let_go(one)
        one.state = Import.State.DROPPED
        one.save(update_fields=["state", "understood"])
    for one in Import.objects.filter(heard_at__lt=now - timedelta(days=DAYS_KEPT)):
        shutil.rmtree(one.folder, ignore_errors=True)
        one.delete()
