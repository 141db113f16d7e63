"""Whether an asset may be changed just now. Somebody at the council may have locked it, to work on it in peace.

Invariant: a lock holds for everybody but whoever set it (or everybody, where the council says so: Wagtail's
`WAGTAILADMIN_GLOBAL_EDIT_LOCK`); it keeps nobody from looking, confirming or withdrawing.
"""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from cms.models import Asset
from cms.schedule.names import full_date


class Locked(Exception):
    """Somebody has locked this asset. The message says since when and what to do."""


def why_locked(asset: Asset, by: AbstractBaseUser | None) -> str:
    """Why `by` may not change it now, in a sentence; nothing where they may."""
    if not asset.locked:
        return ""
    own = by is not None and asset.locked_by_id == by.pk
    if own and not getattr(settings, "WAGTAILADMIN_GLOBAL_EDIT_LOCK", False):
        return ""
    since = f" since {full_date(timezone.localdate(asset.locked_at))}" if asset.locked_at else ""
    return f"“{asset.name}” is locked{since}: somebody at the council is working on it."


def refuse_locked(asset: Asset, by: AbstractBaseUser | None) -> None:
    """Raises Locked where `by` may not change the asset now."""
    reason = why_locked(asset, by)
    if reason:
        raise Locked(f"{reason} Nothing was sent. Try again when they are done.")
