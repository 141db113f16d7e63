"""A connector has looked at a change of a group: right or not, and what went live can be put back as it was.

Invariant: what is answered is the change that was read. A newer one has a row of its own, so that an answer to the
older one never reaches it.
"""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from cms.actions.approve_change import approve_change
from cms.actions.history import PUT_BACK, write_history
from cms.actions.locking import refuse_locked
from cms.actions.return_change import return_change
from cms.actions.versions import content_of, publish_beside, put_under, with_parts
from cms.actions.waiting import NothingWaits, NotWhatYouSaw
from cms.changed_facts import differing
from cms.models import OPEN, Asset, GroupChange

State = GroupChange.State
PUBLISH = "cms.publish_asset"


class ChangedSince(Exception):
    """Something newer stands on this. The message says what to do."""


@transaction.atomic
def find_right(*, change: GroupChange, by: AbstractBaseUser) -> None:
    """What waits goes live, what is live may stay. Raises NothingWaits where somebody has answered already,
    NotWhatYouSaw, PermissionDenied, and ValidationError for what does not hold together."""
    row = _locked(change, by, *OPEN)
    if row.state == State.WAITING:
        approve_change(asset=row.asset, by=by)
    else:
        _close(row, State.FINE, by, "")


@transaction.atomic
def find_wrong(*, change: GroupChange, by: AbstractBaseUser, reason: str) -> None:
    """What waits is sent back, what is live is put back as it was. Raises as `put_back` does, and NotWhatYouSaw."""
    row = _locked(change, by, *OPEN)
    if row.state == State.WAITING:
        return_change(asset=row.asset, by=by, reason=reason)
    else:
        put_back(change=row, by=by, reason=reason)


@transaction.atomic
def put_back(*, change: GroupChange, by: AbstractBaseUser, reason: str) -> None:
    """What this change changed is as it was before, on the page and in the draft; everything else stays.

    For one that went live by itself or was approved. Raises ValueError without a reason, ChangedSince where the same
    was changed again since, NothingWaits, Locked, PermissionDenied.
    """
    if not reason.strip():
        raise ValueError("Say why it is put back. They will read it.")
    row = _locked(change, by, State.LIVE, State.FINE, State.APPROVED)
    asset = Asset.objects.select_for_update().get(pk=row.asset_id)
    refuse_locked(asset, by)
    before, after = row.kept.get("before", {}), row.kept.get("after", {})
    names = frozenset(before) & frozenset(after)
    live = content_of(asset)
    if not names or not asset.live:
        raise ChangedSince("There is no earlier version that people saw. Withdraw the listing instead.")
    if differing({name: live.get(name) for name in names}, {name: after[name] for name in names}):
        raise ChangedSince("The same was changed again since. Put the newest change back first.")
    draft = content_of(asset.get_latest_revision_as_object())
    publish_beside(with_parts(asset, live, before, names), by)
    _into_draft(asset, draft, after, names, by)
    _close(row, State.PUT_BACK, by, reason.strip())
    write_history(asset, PUT_BACK, by=by, reason=reason.strip())


def _into_draft(
    asset: Asset, draft: dict[str, Any], after: dict[str, Any], names: frozenset[str], by: AbstractBaseUser
) -> None:
    """A draft that says something else of these names by now keeps its own words."""
    put_under(asset, draft, names - differing({name: draft.get(name) for name in names}, after), by)


def _locked(change: GroupChange, by: AbstractBaseUser, *states: str) -> GroupChange:
    if not by.has_perm(PUBLISH):  # type: ignore[attr-defined]  # of every user model that signs in here
        raise PermissionDenied
    # The asset first, as everything that sends a change does: two that lock both must not wait for each other.
    Asset.objects.select_for_update().get(pk=change.asset_id)
    row = GroupChange.objects.select_for_update(of=("self",)).select_related("asset").get(pk=change.pk)
    if row.state == State.ENDED:
        raise NotWhatYouSaw
    if row.state not in states:
        raise NothingWaits
    return row


def _close(row: GroupChange, state: str, by: AbstractBaseUser, reason: str) -> None:
    row.state, row.looker, row.looked_at, row.reason = state, by, timezone.now(), reason  # type: ignore[assignment]
    row.save(update_fields=["state", "looker", "looked_at", "reason"])
