"""An interest put on many assets, or taken off them, by somebody who knows."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from cms import signals
from cms.actions.draft_interests import into_draft
from cms.actions.history import INTERESTS_CONFIRMED, INTERESTS_REMOVED, write_history_of_many
from cms.models import Asset, AssetInterest, Interest

STATES = AssetInterest.State


def add_interest(*, assets: Iterable[int], interest: Interest, by: AbstractBaseUser | None) -> int:
    """These assets do meet this interest. Returns how many did not say so before."""
    return _set(assets, interest, STATES.CONFIRMED, by)


def take_interest(*, assets: Iterable[int], interest: Interest, by: AbstractBaseUser | None) -> int:
    """These assets do not meet this interest, and no reading suggests it again. Returns how many had it."""
    return _set(assets, interest, STATES.REMOVED, by)


@transaction.atomic
def _set(assets: Iterable[int], interest: Interest, state: str, by: AbstractBaseUser | None) -> int:
    """Only an asset that has the interest can lose it. A draft that waits is told too."""
    rows = Asset.objects.select_for_update(of=("self",)).filter(pk__in=list(assets)).order_by("pk")
    had = {row.asset_id: row for row in AssetInterest.objects.filter(asset__in=rows, interest=interest)}
    changed = {}
    for asset in rows.select_related("latest_revision"):
        row = had.get(asset.pk)
        if row is None and state == STATES.CONFIRMED:
            row = AssetInterest(asset=asset, interest=interest)
        elif row is None or row.state == state:
            continue
        row.state = state
        changed[asset] = row
    AssetInterest.objects.bulk_update([row for row in changed.values() if row.pk], ["state"])
    AssetInterest.objects.bulk_create([row for row in changed.values() if not row.pk])
    for asset, row in changed.items():
        into_draft(asset, [row])
    action = INTERESTS_CONFIRMED if state == STATES.CONFIRMED else INTERESTS_REMOVED
    write_history_of_many({asset: {"interests": interest.label} for asset in changed}, action, by=by)
    signals.announce(asset.pk for asset in changed)
    return len(changed)
