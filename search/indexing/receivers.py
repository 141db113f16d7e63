"""The catalogue's signals become rows of the log, in the same transaction; the commit nudges the worker.

Invariant: a row says which asset to look at again, never what happened: the drain reads what is true by then.
"""

from typing import Any

from django.db import transaction

from cms.signals import asset_changed, asset_withdrawn
from search.indexing import outbox
from search.indexing.nudge import nudge


def connect() -> None:
    """Listen, once a process."""
    asset_changed.connect(_log, dispatch_uid="search.indexing.changed")
    asset_withdrawn.connect(_log, dispatch_uid="search.indexing.withdrawn")


def _log(asset_ids: tuple[int, ...], **_: Any) -> None:
    outbox.append(asset_ids)
    transaction.on_commit(nudge, robust=True)
