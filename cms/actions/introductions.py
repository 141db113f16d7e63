"""What a group says of introductions, at once and beside its drafts: none is made while a no waits for a look."""

from collections.abc import Collection
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from cms import signals
from cms.models import Asset, Introductions

State = Introductions.State


@transaction.atomic
def set_introductions(*, asset: Asset, state: str, who: str, by: AbstractBaseUser | None, on: date) -> bool:
    """Write down the answer, and who gave it: a first name or the part they play. *Not asked* takes an answer back.
    Whether anything changed. Raises ValueError for an answer without a name."""
    if state != State.NOT_ASKED and not who.strip():
        raise ValueError("Say who said so: a first name, or the part they play.")
    before = Introductions.objects.filter(asset=asset).values_list("state", flat=True).first() or State.NOT_ASKED
    if before == state:
        return False
    said = (
        {"said_by": who.strip()[:80], "said_on": on} if state != State.NOT_ASKED else {"said_by": "", "said_on": None}
    )
    Introductions.objects.update_or_create(asset=asset, defaults={"state": state, **said})
    log(instance=asset, action="wagtail.edit", user=by, data={"introductions": str(state)})
    signals.announce([asset.pk] if asset.live else [], identity=False)
    return True


@transaction.atomic
def set_at_limit(*, asset_ids: Collection[int], at_limit: bool) -> None:
    """These have, or have no more, as many new people this month as they can welcome. Nobody decides it: no `by`."""
    if not asset_ids:
        return
    Introductions.objects.bulk_create([Introductions(asset_id=pk) for pk in asset_ids], ignore_conflicts=True)
    Introductions.objects.filter(asset__in=asset_ids).update(at_limit=at_limit)
    signals.announce(asset_ids, identity=False)
