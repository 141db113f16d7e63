"""The catalogue changed: what was asked and is known now is closed, in the transaction of the change."""

from typing import Any

from cms.signals import asset_changed
from connector.asking.actions.close_answered import close_answered


def connect() -> None:
    """Listen, once a process."""
    asset_changed.connect(_close, dispatch_uid="connector.asking.changed")


def _close(asset_ids: tuple[int, ...], **_: Any) -> None:
    close_answered(asset_ids=asset_ids)
