"""One thing set on many assets at once: their kind, say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.text import capfirst
from wagtail.log_actions import LogContext

from cms import signals
from cms.actions.history import CHANGED, write_history_of_many
from cms.actions.locking import why_locked
from cms.actions.publish_asset import publish_asset
from cms.models import Asset


@dataclass(frozen=True, slots=True)
class Done:
    """How many changed, and why others were left as they are."""

    changed: int
    left: tuple[str, ...] = ()


def why_left(asset: Asset, by: AbstractBaseUser | None) -> str:
    """Why one of many is better left alone, in a sentence; nothing where it is not."""
    if asset.has_unpublished_changes and asset.latest_revision_id is not None:
        return f"“{asset.name}” has a draft or a change that waits. Publish or approve that first."
    return why_locked(asset, by)


@transaction.atomic
def change_assets(*, assets: Iterable[int], values: Mapping[str, Any], by: AbstractBaseUser | None) -> Done:
    """Set these fields of these assets, as people see them. Those that say so already count as changed by nobody.

    An asset with a history gets a new version, so that its edit page shows the same. Drafts and locked ones are left.
    """
    rows = Asset.objects.select_for_update(of=("self",)).filter(pk__in=list(assets)).order_by("name", "pk")
    differing = [row for row in rows if any(getattr(row, name) != value for name, value in values.items())]
    reasons = {row.pk: why_left(row, by) for row in differing}
    changing = [row for row in differing if not reasons[row.pk]]
    for row in changing:
        _change(row, values, by)
    plain = [row.pk for row in changing if row.latest_revision_id is None]
    Asset.objects.filter(pk__in=plain).update(**values)
    signals.announce(row.pk for row in changing if row.live)
    said = ", ".join(_said(name, value) for name, value in values.items())
    write_history_of_many({row: {"what": said} for row in changing}, CHANGED, by=by)
    return Done(len(changing), tuple(reason for reason in reasons.values() if reason))


def _change(row: Asset, values: Mapping[str, Any], by: AbstractBaseUser | None) -> None:
    if row.latest_revision_id is None:
        return
    version = row.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(version, name, value)
    with LogContext(user=by):  # a line of its own in each history
        if row.live:
            publish_asset(asset=version, by=by)
        else:
            version.save_revision(user=by, log_action=True)
    if not row.live:
        Asset.objects.filter(pk=row.pk).update(**values)


def _said(name: str, value: Any) -> str:
    field = Asset._meta.get_field(name)
    words = dict(field.flatchoices).get(value, value)  # type: ignore[union-attr]
    return f"{capfirst(str(field.verbose_name))}: {words}"  # type: ignore[union-attr]
