"""Imports done in the background: one worker at a time each, taken over when it falls silent, never twice at once.

Invariant: an import that waits for the server is worked on by whoever holds its claim; a claim of which nothing was
heard for `SILENT_SECONDS` is anybody's. What goes wrong is said on the import's page, without a row's content.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event, Thread

import structlog
from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from cms.imports.reading import UnreadableFileError
from connector.intake import steps
from connector.intake.keeping import let_go
from connector.intake.models import Import

SILENT_SECONDS, PULSE_SECONDS = 90, 15
WORKING: dict[str, Callable[[Import, steps.Beat], None]] = {
    Import.State.READING: steps.read,
    Import.State.COMPARING: steps.compare,
    Import.State.WRITING: steps.write,
}
_log = structlog.get_logger("intake")


def go_on(one: Import) -> None:
    """Have the import worked on, if it waits for the server and nobody is at it."""
    if one.state in WORKING and (not one.worker or one.heard_at < _silent_since()):
        transaction.on_commit(lambda: import_string(settings.CONNECTOR_IMPORT_RUNNER)(one.pk))


def in_thread(pk: int) -> None:
    """Work in a thread of this process; the page that started it does not wait."""
    Thread(target=_alone, args=(pk,), name="import", daemon=True).start()


def at_once(pk: int) -> None:
    """Work here and now."""
    work(pk)


def work(pk: int, token: str = "") -> None:
    """Do what the import waits for. Nothing where somebody else is at it. `token`: the name of whoever works."""
    token = token or secrets.token_hex(8)
    mine = Q(worker="") | Q(heard_at__lt=_silent_since())
    if not Import.objects.filter(mine, pk=pk, state__in=list(WORKING)).update(worker=token, heard_at=timezone.now()):
        return
    one = Import.objects.get(pk=pk)
    try:
        WORKING[one.state](one, lambda done, total: _beat(pk, token, done, total))
        one.problem = ""
    except _TakenOver:
        return
    except UnreadableFileError as error:
        one.state, one.problem = Import.State.FAILED, str(error)[:500]
    except Exception as error:
        # Only the kind of error: a message may quote what it failed on.
        _log.warning("import.failed", import_id=pk, problem=type(error).__name__)
        one.state = Import.State.FAILED
        one.problem = "Something went wrong on the server. What was written is whole. Press “Try again”."
    if not Import.objects.filter(pk=pk, worker=token).exists():
        return
    if one.state == Import.State.DONE:
        let_go(one)
    one.worker = ""
    one.save(update_fields=["state", "problem", "understood", "compared", "result", "worker"])


class _TakenOver(Exception):
    """Somebody else works on it now."""


def _beat(pk: int, token: str, done: int, total: int) -> None:
    alive = Import.objects.filter(pk=pk, worker=token)
    if not alive.update(rows_done=done, rows_total=total, heard_at=timezone.now()):
        raise _TakenOver


def _alone(pk: int) -> None:
    """Work, and give a sign of life meanwhile: a large workbook is read for longer than a silence may last."""
    done = Event()
    token = secrets.token_hex(8)
    Thread(target=_pulse, args=(pk, token, done), name="import-pulse", daemon=True).start()
    try:
        work(pk, token)
    finally:
        done.set()
        connections.close_all()


def _pulse(pk: int, token: str, done: Event) -> None:
    try:
        while not done.wait(PULSE_SECONDS):
            Import.objects.filter(pk=pk, worker=token).update(heard_at=timezone.now())
    except DatabaseError:  # it goes on without; at worst another takes over
        return
    finally:
        connections.close_all()


def _silent_since() -> datetime:
    return timezone.now() - timedelta(seconds=SILENT_SECONDS)
