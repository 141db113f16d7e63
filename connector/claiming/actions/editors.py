"""Who keeps a listing: somebody more, somebody less, another lead.

Invariant: whoever has no row keeps nothing from that moment on; as long as somebody keeps a listing, one is in the
lead. Each change is a line in the listing's history, with nobody's name in it but who did it. Who goes or hands the
lead over is written to about the listing no more, even where their address stands on it.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from cms.actions.history import EDITOR_CAME, EDITOR_LEADS, EDITOR_WENT, write_history
from cms.models import Asset, Editorship
from connector.accounts.actions.let_keep import be_editor, let_keep
from connector.accounts.models import User
from connector.claiming import letters
from connector.notifications.actions.step_back import step_back, write_again
from connector.notifications.recipients import person_key


class LastOne(Exception):
    """Nobody would keep the listing."""


@transaction.atomic
def make_editor(*, asset: Asset, email: str, name: str, by: Any) -> tuple[Editorship, bool]:
    """Let the person with this address keep the listing, with an account if they have none: they come in by a code
    that is sent there. The first is in the lead. Returns the row, and whether it is new. A closed account stays closed.
    """
    # Before an account is made: of two who add the same person at once, the second finds it.
    Asset.objects.select_for_update().get(pk=asset.pk)
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        user = User.objects.create_user(email.strip().lower(), first_name=name[:150])
    write_again(asset=asset, person=person_key(user.email))
    return let_keep(asset=asset, user=user, by=by)


@transaction.atomic
def add_editor(*, asset: Asset, email: str, name: str, by: Any) -> tuple[Editorship, bool]:
    """The same, by somebody who keeps it: whoever is new is told."""
    row, made = make_editor(asset=asset, email=email, name=name, by=by)
    if made:
        letters.say_added(row)
    return row, made


@transaction.atomic
def remove_editor(*, row: Editorship, by: Any) -> None:
    """Their rights end now, and they are told unless they leave. Where they were in the lead, who has kept it longest
    is. Raises LastOne where `by` is the last one and removes themselves: somebody else has to be there first, or a
    connector."""
    Asset.objects.select_for_update().get(pk=row.asset_id)
    others = Editorship.objects.filter(asset=row.asset_id).exclude(pk=row.pk)
    if by is not None and by.pk == row.user_id and not others.exists():
        raise LastOne("You are the only one who keeps this listing. Add somebody else first, or tell a connector.")
    if by is None or by.pk != row.user_id:
        letters.say_removed(row)
    row.delete()
    _went(row, by)


@transaction.atomic
def hand_over(*, row: Editorship, by: Any) -> None:
    """The person of this row is in the lead, and nobody else. What we ask and tell about the listing goes to them, no
    more to whoever was in the lead before."""
    Asset.objects.select_for_update().get(pk=row.asset_id)
    before = Editorship.objects.filter(asset=row.asset_id, lead=True).exclude(pk=row.pk).select_related("user")
    for each in before:
        _let_go(row.asset, each.user.email)
    write_again(asset=row.asset, person=person_key(row.user.email))
    Editorship.objects.filter(asset=row.asset_id).update(lead=False)
    Editorship.objects.filter(pk=row.pk).update(lead=True)
    write_history(row.asset, EDITOR_LEADS, by=by)


@transaction.atomic
def written_by_hand(*, row: Editorship, new: bool, by: Any) -> None:
    """A connector wrote or changed the row itself, under *Group editors*: what comes of it elsewhere comes of it here.
    Nobody is told, since who writes rows by hand speaks with people."""
    Asset.objects.select_for_update().get(pk=row.asset_id)
    if new:
        be_editor(row.user)
        write_again(asset=row.asset, person=person_key(row.user.email))
        write_history(row.asset, EDITOR_CAME, by=by)
    if row.lead and Editorship.objects.filter(asset=row.asset_id, lead=True).exclude(pk=row.pk).exists():
        hand_over(row=row, by=by)
    _somebody_leads(row.asset)


@transaction.atomic
def deleted_by_hand(*, rows: Iterable[Editorship], by: Any) -> None:
    """A connector deleted these rows."""
    for row in rows:
        Asset.objects.select_for_update().get(pk=row.asset_id)
        _went(row, by)


def _went(row: Editorship, by: Any) -> None:
    _let_go(row.asset, row.user.email)
    _somebody_leads(row.asset)
    write_history(row.asset, EDITOR_WENT, by=by)


def _somebody_leads(asset: Asset) -> None:
    """Whoever has kept it longest, where nobody else does."""
    rows = Editorship.objects.filter(asset=asset).order_by("pk")
    if rows.filter(lead=True).exists() or (heir := rows.first()) is None:
        return
    Editorship.objects.filter(pk=heir.pk).update(lead=True)
    write_again(asset=asset, person=person_key(heir.user.email))


def _let_go(asset: Asset, email: str) -> None:
    step_back(asset=asset, person=person_key(email))
    letters.take_back(asset, person_key(email))
