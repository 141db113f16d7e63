"""Two assets turn out to be one: one of them stays, and the other's address leads to it."""

from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cms import signals
from cms.actions.draft_interests import into_draft
from cms.actions.history import JOINED, write_history
from cms.actions.withdraw_asset import withdraw_asset
from cms.models import Asset, AssetInterest, AssetSource, Editorship, FormerAddress, PossibleDuplicate

STATES: Final = AssetInterest.State


class OneAndTheSame(ValueError):
    """An asset was to be joined to itself."""


class NotThere(ValueError):
    """The asset that is to stay is not live, so that the other's address would lead nowhere."""


@transaction.atomic
def join_assets(*, stays: Asset, goes: Asset, by: AbstractBaseUser | None) -> None:
    """`goes` is withdrawn; its address leads to `stays`, which gets its records, editors and interests.

    A record that is carried over is still read by imports and never changes or takes down `stays`. What people decided
    about interests of `stays` holds. Raises OneAndTheSame, and NotThere where only `goes` is live.
    """
    if stays.pk == goes.pk:
        raise OneAndTheSame("These are one asset. Choose two.")
    rows = {row.pk: row for row in Asset.objects.select_for_update().filter(pk__in=[stays.pk, goes.pk]).order_by("pk")}
    stays, goes = rows[stays.pk], rows[goes.pk]
    if goes.live and not stays.live:
        raise NotThere(
            f"People see “{goes.name}”, and not the one that you keep. Keep that one, or publish this first."
        )
    withdraw_asset(asset=goes, by=by, reason=f"It is the same as “{stays.name}”.")
    _lead_on(stays, goes)
    AssetSource.objects.filter(asset=goes).update(asset=stays, carried=True)
    _editors(stays, goes)
    _interests(stays, goes)
    _settle(stays, goes)
    write_history(stays, JOINED, by=by, other=goes.name)
    signals.announce([stays.pk] if stays.live else [])


def _lead_on(stays: Asset, goes: Asset) -> None:
    """Addresses that led to the one that goes lead on; one that led the other way round is its own again."""
    FormerAddress.objects.filter(asset=goes).update(asset=stays)
    FormerAddress.objects.filter(uuid=stays.uuid).delete()
    FormerAddress.objects.update_or_create(uuid=goes.uuid, defaults={"asset": stays})


def _editors(stays: Asset, goes: Asset) -> None:
    known = Editorship.objects.filter(asset=stays).values("user")
    Editorship.objects.filter(asset=goes).exclude(user__in=known).update(asset=stays)
    Editorship.objects.filter(asset=goes).delete()


def _interests(stays: Asset, goes: Asset) -> None:
    """A yes goes before a guess; a decision about the one that stays is never changed."""
    had = {row.interest_id: row for row in AssetInterest.objects.filter(asset=stays)}
    changed = []
    for row in AssetInterest.objects.filter(asset=goes).order_by("pk"):
        own = had.get(row.interest_id)
        if own is None:
            own = AssetInterest(asset=stays, interest_id=row.interest_id, state=row.state, words=row.words)
        elif own.state == STATES.SUGGESTED and row.state != STATES.SUGGESTED:
            own.state = row.state
        else:
            continue
        own.save()
        changed.append(own)
    into_draft(stays, changed)


def _settle(stays: Asset, goes: Asset) -> None:
    """The pair is settled; what the one that went looked like is no question any more."""
    first, second = sorted((stays.pk, goes.pk))
    PossibleDuplicate.objects.update_or_create(
        first_id=first,
        second_id=second,
        defaults={"state": PossibleDuplicate.State.SAME, "settled_at": timezone.now()},
        create_defaults={
            "state": PossibleDuplicate.State.SAME,
            "settled_at": timezone.now(),
            "score": 100,
            "agrees": [],
        },
    )
    others = PossibleDuplicate.objects.filter(state=PossibleDuplicate.State.OPEN)
    others.filter(Q(first=goes) | Q(second=goes)).delete()
