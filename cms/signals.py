"""What the catalogue says aloud: these assets changed, these were withdrawn. Ids only.

Invariant: a signal is sent inside the transaction of the change that it speaks of, so that whoever keeps a record of it
commits or rolls back with the change. Saved and deleted rows are announced by `cms.receivers`; whatever changes rows
without saving them (`bulk_create`, `update()`, plain SQL) calls `announce`.
"""

from collections.abc import Iterable

from django.db import connection
from django.db.transaction import TransactionManagementError
from django.dispatch import Signal

# Both with `asset_ids: tuple[int, ...]`; a change also with `identity: bool`, whether it may be of what tells one asset
# from another (name, words, places, contacts, times).
asset_changed = Signal()
asset_withdrawn = Signal()


def announce(asset_ids: Iterable[int], *, identity: bool = True) -> None:
    """Say that these assets were added or changed. Raises TransactionManagementError outside of a transaction."""
    _send(asset_changed, asset_ids, identity=identity)


def announce_withdrawal(asset_ids: Iterable[int]) -> None:
    """Say that these assets are no longer public. Raises TransactionManagementError outside of a transaction."""
    _send(asset_withdrawn, asset_ids)


def _send(signal: Signal, asset_ids: Iterable[int], **said: bool) -> None:
    ids = tuple(dict.fromkeys(asset_ids))
    if not connection.in_atomic_block:
        raise TransactionManagementError(
            "Announce a change inside the transaction that makes it: put both in one `with transaction.atomic()`."
        )
    if ids:
        signal.send(sender=None, asset_ids=ids, **said)
