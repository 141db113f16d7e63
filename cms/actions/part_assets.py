"""Two assets that were joined are two after all: what joining did is undone.

Invariant: what somebody changed since then stays as they left it; nothing is put back twice.
"""

from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from cms import signals
from cms.actions.draft_interests import into_draft
from cms.actions.history import PARTED, write_history
from cms.actions.publish_asset import publish_asset
from cms.models import Asset, AssetInterest, AssetSource, Editorship, FormerAddress, PossibleDuplicate

REMOVED: Final = AssetInterest.State.REMOVED


class NotJoined(ValueError):
    """The pair was not joined, or not by a version that kept what it did."""


@transaction.atomic
def part_assets(*, pair: PossibleDuplicate, by: AbstractBaseUser | None) -> Asset:
    """The one that went is back, with its address, records and editors, and live if it was; the pair counts as *not the
    same*. Returns it. Raises NotJoined.
    """
    row = PossibleDuplicate.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    if row.state != PossibleDuplicate.State.SAME or not row.joined:
        raise NotJoined("These were not joined here, so there is nothing to undo.")
    done, row.joined = row.joined, {}
    assets = Asset.objects.select_for_update().order_by("pk").in_bulk([done["stays"], done["goes"]])
    stays, back = assets[done["stays"]], assets[done["goes"]]
    _addresses(stays, back, done["addresses"])
    for pk, carried in done["sources"]:
        AssetSource.objects.filter(pk=pk, asset=stays).update(asset=back, carried=carried)
    _editors(stays, back, done["editors"])
    _interests(stays, done["interests"])
    row.state, row.settled_at = PossibleDuplicate.State.NOT_SAME, timezone.now()
    row.save(update_fields=["state", "settled_at", "joined"])
    if done["live"] and not back.live:
        publish_asset(asset=Asset.objects.get(pk=back.pk), by=by)
    for one, other in ((stays, back), (back, stays)):
        write_history(one, PARTED, by=by, other=other.name)
    signals.announce([stays.pk] if stays.live else [])
    return Asset.objects.get(pk=back.pk)


def _addresses(stays: Asset, back: Asset, led: list[str]) -> None:
    FormerAddress.objects.filter(uuid=back.uuid).delete()
    FormerAddress.objects.filter(uuid__in=led, asset=stays).update(asset=back)


def _editors(stays: Asset, back: Asset, editors: list[list[Any]]) -> None:
    """Back to what they kept. Whoever lost the right since, or has no account any more, does not get it back."""
    for user, lead, moved in editors:
        held = Editorship.objects.filter(asset=stays, user_id=user)
        if not held.exists():
            continue
        Editorship.objects.get_or_create(asset=back, user_id=user, defaults={"lead": lead})
        if moved:
            held.delete()


def _interests(stays: Asset, interests: list[list[Any]]) -> None:
    """What came with the other goes again, unless somebody decided otherwise meanwhile."""
    changed = []
    for interest, before, after in interests:
        row = AssetInterest.objects.filter(asset=stays, interest_id=interest, state=after).first()
        if row is None:
            continue
        # Removed rather than deleted: its guess is not made anew, and the newest version of the page agrees.
        row.state = before or REMOVED
        row.save(update_fields=["state"])
        changed.append(row)
    into_draft(stays, changed)
