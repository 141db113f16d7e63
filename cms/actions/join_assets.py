"""Two assets turn out to be one: one of them stays, and the other's address leads to it."""

from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cms import signals
from cms.actions.draft_interests import into_draft
from cms.actions.history import JOINED, write_history
from cms.actions.withdraw_asset import withdraw_asset
from cms.models import Asset, AssetInterest, AssetSource, Editorship, FormerAddress, PossibleDuplicate

Done = dict[str, Any]
STATES: Final = AssetInterest.State


class OneAndTheSame(ValueError):
    """An asset was to be joined to itself."""


class NotThere(ValueError):
    """The asset that is to stay is not live, so that the other's address would lead nowhere."""


@transaction.atomic
def join_assets(*, stays: Asset, goes: Asset, by: AbstractBaseUser | None) -> None:
    """`goes` is withdrawn; its address leads to `stays`, which gets its records, editors and interests.

    A record that is carried over is still read by imports and never changes or takes down `stays`. What people decided
    about interests of `stays` holds. What was done is kept with the pair, so that `part_assets` can undo it. Raises
    OneAndTheSame, and NotThere where only `goes` is live.
    """
    if stays.pk == goes.pk:
        raise OneAndTheSame("These are one asset. Choose two.")
    rows = {row.pk: row for row in Asset.objects.select_for_update().filter(pk__in=[stays.pk, goes.pk]).order_by("pk")}
    stays, goes = rows[stays.pk], rows[goes.pk]
    if goes.live and not stays.live:
        raise NotThere(
            f"People see “{goes.name}”, and not the one that you keep. Keep that one, or publish this first."
        )
    done: Done = {"stays": stays.pk, "goes": goes.pk, "live": goes.live}
    withdraw_asset(asset=goes, by=by, reason=f"It is the same as “{stays.name}”.")
    done["addresses"] = _lead_on(stays, goes)
    done["sources"] = _sources(stays, goes)
    done["editors"] = _editors(stays, goes)
    done["interests"] = _interests(stays, goes)
    _settle(stays, goes, done)
    write_history(stays, JOINED, by=by, other=goes.name)
    signals.announce([stays.pk] if stays.live else [])


def _lead_on(stays: Asset, goes: Asset) -> list[str]:
    """Addresses that led to the one that goes lead on; one that led the other way round is its own again."""
    led = [str(uuid) for uuid in FormerAddress.objects.filter(asset=goes).values_list("uuid", flat=True)]
    FormerAddress.objects.filter(asset=goes).update(asset=stays)
    FormerAddress.objects.filter(uuid=stays.uuid).delete()
    FormerAddress.objects.update_or_create(uuid=goes.uuid, defaults={"asset": stays})
    return led


def _sources(stays: Asset, goes: Asset) -> list[list[Any]]:
    """Each record that is carried over, and whether it was carried already."""
    rows = AssetSource.objects.filter(asset=goes)
    had = [list(row) for row in rows.values_list("pk", "carried")]
    rows.update(asset=stays, carried=True)
    return had


def _editors(stays: Asset, goes: Asset) -> list[list[Any]]:
    """Who kept the one that goes, whether in the lead, and whether they keep the other by it."""
    known = set(Editorship.objects.filter(asset=stays).values_list("user_id", flat=True))
    rows = Editorship.objects.filter(asset=goes)
    had = [[user, lead, user not in known] for user, lead in rows.values_list("user_id", "lead")]
    rows.exclude(user__in=known).update(asset=stays)
    Editorship.objects.filter(asset=goes).delete()
    return had


def _interests(stays: Asset, goes: Asset) -> list[list[Any]]:
    """A yes goes before a guess; a decision about the one that stays is never changed. Each that became another: its
    key, the state that it had (None: it was not there), and the state that it has."""
    had = {row.interest_id: row for row in AssetInterest.objects.filter(asset=stays)}
    changed, done = [], []
    for row in AssetInterest.objects.filter(asset=goes).order_by("pk"):
        own = had.get(row.interest_id)
        before = own.state if own else None
        if own is None:
            own = AssetInterest(asset=stays, interest_id=row.interest_id, state=row.state, words=row.words)
        elif own.state == STATES.SUGGESTED and row.state != STATES.SUGGESTED:
            own.state = row.state
        else:
            continue
        own.save()
        changed.append(own)
        done.append([row.interest_id, before, own.state])
    into_draft(stays, changed)
    return done


def _settle(stays: Asset, goes: Asset, done: Done) -> None:
    """The pair is settled; what the one that went looked like is no question any more."""
    first, second = sorted((stays.pk, goes.pk))
    settled = {"state": PossibleDuplicate.State.SAME, "settled_at": timezone.now(), "joined": done}
    PossibleDuplicate.objects.update_or_create(
        first_id=first, second_id=second, defaults=settled, create_defaults=settled | {"score": 100, "agrees": []}
    )
    others = PossibleDuplicate.objects.filter(state=PossibleDuplicate.State.OPEN)
    others.filter(Q(first=goes) | Q(second=goes)).delete()
