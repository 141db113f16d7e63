"""Assets that changed are compared again once their change is committed.

Invariant: a change is never held up or undone by a comparison. It runs after the commit, once a transaction for all
that changed in it; what fails there is logged, and made good by the next `find_duplicates`.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from cms.duplicates.comparing import BATCH, compare
from cms.signals import asset_changed

_BATCH = "_cms_assets_to_compare"


class _Changed:
    """The assets that changed in one transaction, each once."""

    def __init__(self, hooks: list[Any]) -> None:
        self.hooks: list[Any] | None = hooks
        self.pks: dict[int, None] = {}

    def compare(self) -> None:
        pks, self.hooks = list(self.pks), None
        for start in range(0, len(pks), BATCH):
            compare(pks[start : start + BATCH])


def connect() -> None:
    """Listen, once a process."""
    asset_changed.connect(_changed, dispatch_uid="cms.duplicates.watching")


def compare_later(pks: Iterable[int]) -> None:
    """Compare these assets once the transaction that is open is committed; at once where none is open."""
    connection = transaction.get_connection()
    changed: _Changed | None = getattr(connection, _BATCH, None)
    # Django begins a new list of hooks after a commit and after a roll-back: what hung on the old one is done or gone.
    if changed is None or changed.hooks is not connection.run_on_commit:
        changed = _Changed(connection.run_on_commit)
        setattr(connection, _BATCH, changed)
        changed.pks.update(dict.fromkeys(pks))
        transaction.on_commit(changed.compare, robust=True)
    else:
        changed.pks.update(dict.fromkeys(pks))


def _changed(asset_ids: tuple[int, ...], identity: bool = True, **_: Any) -> None:
    """One interest, school term or access fact may change thousands of assets, and make none like another."""
    if identity:
        compare_later(asset_ids)
