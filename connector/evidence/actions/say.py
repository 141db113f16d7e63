"""Somebody says of a listing on a day: it ran, it did not, we are full, we have room."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.actions import Locked, note_run, send_change
from cms.models import Asset
from connector.evidence.deciding import Said, last_ran, room_after
from connector.evidence.models import Evidence


@dataclass(frozen=True, slots=True)
class Speaker:
    """`person`: keyed hash of their address; `user`: their account, for the history of what they change; `who`, `how`:
    of `Evidence`."""

    person: str
    who: str
    how: str
    user: Any = None


@transaction.atomic
def say_ran(*, asset: Asset, on: date, ran: bool, by: Speaker) -> None:
    """The same press again changes nothing; the other one takes its place."""
    Asset.objects.select_for_update().get(pk=asset.pk)
    row = Evidence.objects.filter(asset=asset, on=on, person=by.person).first()
    if row is None or row.ran is not ran:
        _keep(asset, on, by, ran=ran)
        _follow(asset.pk)


@transaction.atomic
def take_back(*, asset: Asset, on: date, by: Speaker) -> None:
    """As if they had said nothing of that day."""
    Asset.objects.select_for_update().get(pk=asset.pk)
    Evidence.objects.filter(asset=asset, on=on, person=by.person).delete()
    _follow(asset.pk)


@transaction.atomic
def say_room(*, asset: Asset, on: date, room: str, by: Speaker) -> bool:
    """Keep the listing's room right, by the rules for every change of a group. `room`: of `Evidence.Room`. False where
    the council works on the listing just now; what they said is kept all the same."""
    row = Asset.objects.select_for_update().get(pk=asset.pk)
    _keep(asset, on, by, room=room)
    draft = row.get_latest_revision_as_object()
    after = room_after(row.room, room)
    if (row.room, draft.room) == (after, after):
        return True
    draft.room = after
    try:
        with transaction.atomic():
            send_change(draft=draft, by=by.user)
    except Locked:
        return False
    return True


def _keep(asset: Asset, on: date, by: Speaker, **said: Any) -> None:
    fields = {"who": by.who, "how": by.how, "said_at": timezone.now(), **said}
    Evidence.objects.update_or_create(asset=asset, on=on, person=by.person, defaults=fields)


def _follow(asset: int) -> None:
    """Let the listing say when it last ran."""
    rows = Evidence.objects.filter(asset=asset, ran__isnull=False).values_list("on", "ran", "said_at")
    note_run(asset=asset, on=last_ran(Said(on, bool(ran), at) for on, ran, at in rows))
