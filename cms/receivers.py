"""Saved and deleted rows become the catalogue's two signals, whoever saved them: the admin, a group, an import.

Invariant: everything here runs inside the transaction of the change (`cms.models.saving`, and Django's deletion).
Wagtail's own `published` comes after the commit, so the save that publishing makes is listened to instead; drafts stay
unheard, since a draft of a live listing is kept in a revision and one that was never live is told by `live`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from django.db.models import Model, Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.signals import workflow_approved, workflow_cancelled, workflow_rejected, workflow_submitted

from cms import signals
from cms.actions import follow_change
from cms.at_places import assets_at
from cms.lineage import assets_below
from cms.models import (
    Asset,
    AssetAccess,
    AssetArea,
    AssetInterest,
    AssetPlace,
    EducationAuthority,
    Interest,
    InterestRelation,
    Organisation,
    Place,
    PlaceAccess,
    Session,
    Term,
)

# Saved alone when somebody drafts, locks or plans: nothing that people see.
BOOKKEEPING = frozenset(
    {"latest_revision", "has_unpublished_changes", "locked", "locked_at", "locked_by", "go_live_at", "expire_at"}
)
# What is like another is told by none of these (`cms.duplicates.reading`).
NO_IDENTITY: frozenset[type[Model]] = frozenset(
    {AssetAccess, AssetArea, AssetInterest, EducationAuthority, Interest, InterestRelation, PlaceAccess, Term}
)
CHILDREN: tuple[type[Model], ...] = (AssetPlace, AssetArea, AssetInterest, AssetAccess, Session)

WORKFLOW = (
    (workflow_submitted, follow_change.note_sent),
    (workflow_approved, follow_change.note_approved),
    (workflow_rejected, follow_change.note_returned),
    (workflow_cancelled, follow_change.note_ended),
)


def connect() -> None:
    """Listen, once a process."""
    pre_save.connect(_remember_live, sender=Asset, dispatch_uid="cms.receivers.remember")
    post_save.connect(_asset_saved, sender=Asset, dispatch_uid="cms.receivers.saved")
    post_delete.connect(_asset_deleted, sender=Asset, dispatch_uid="cms.receivers.deleted")
    for child in CHILDREN:
        post_save.connect(_child_saved, sender=child, dispatch_uid="cms.receivers.child_saved")
        post_delete.connect(_child_deleted, sender=child, dispatch_uid="cms.receivers.child_deleted")
    for shared in ASSETS_OF:
        post_save.connect(_shared_saved, sender=shared, dispatch_uid="cms.receivers.shared_saved")
        # Before the rows that lead from it to the assets are gone.
        pre_delete.connect(_shared_deleted, sender=shared, dispatch_uid="cms.receivers.shared_deleted")

    for signal, note in WORKFLOW:
        signal.connect(note, dispatch_uid="cms.receivers.change")


def _remember_live(instance: Asset, **_: Any) -> None:
    """Whether people see it now. Asked of the database only for what will not be seen: one row by its key."""
    instance._was_live = instance.live or Asset.objects.filter(pk=instance.pk, live=True).exists()  # type: ignore[attr-defined]


def _asset_saved(instance: Asset, update_fields: Collection[str] | None = None, **_: Any) -> None:
    if _only_bookkeeping(update_fields):
        return
    if instance.live:
        signals.announce([instance.pk])
    elif getattr(instance, "_was_live", True):
        signals.announce_withdrawal([instance.pk])


def _asset_deleted(instance: Asset, **_: Any) -> None:
    signals.announce_withdrawal([instance.pk])


def _child_saved(sender: type[Model], instance: Any, **_: Any) -> None:
    signals.announce([instance.asset_id], identity=sender not in NO_IDENTITY)


def _child_deleted(sender: type[Model], instance: Any, origin: Any = None, **_: Any) -> None:
    """A child that goes with its asset needs no word of its own."""
    if getattr(origin, "model", type(origin)) is not Asset:
        signals.announce([instance.asset_id], identity=sender not in NO_IDENTITY)


def _shared_saved(
    sender: type[Model], instance: Any, created: bool, update_fields: Collection[str] | None = None, **_: Any
) -> None:
    if not _only_bookkeeping(update_fields):
        signals.announce(ASSETS_OF[sender](instance), identity=sender not in NO_IDENTITY)


def _shared_deleted(sender: type[Model], instance: Any, **_: Any) -> None:
    signals.announce(ASSETS_OF[sender](instance), identity=sender not in NO_IDENTITY)


def _only_bookkeeping(update_fields: Collection[str] | None) -> bool:
    return update_fields is not None and BOOKKEEPING.issuperset(update_fields)


def _in_term_time(authority_id: int) -> Iterable[int]:
    return _ids(Q(sessions__authority=authority_id, sessions__term_time=True))


def _ids(condition: Q) -> Iterable[int]:
    return Asset.objects.filter(condition).order_by("pk").values_list("pk", flat=True).distinct()


# What several assets share, and how to find them from it.
ASSETS_OF: Mapping[type[Model], Callable[[Any], Iterable[int]]] = {
    Place: lambda place: assets_at([place.pk]),
    PlaceAccess: lambda fact: assets_at([fact.place_id]),
    Organisation: lambda organisation: _ids(Q(organisation=organisation.pk)),
    # What lies below an interest is found by it too.
    Interest: lambda interest: assets_below([interest.pk]),
    InterestRelation: lambda edge: assets_below([edge.source_id]) if edge.kind == edge.Kind.BROADER else (),
    Term: lambda term: _in_term_time(term.authority_id),
    EducationAuthority: lambda authority: _in_term_time(authority.pk),
}
