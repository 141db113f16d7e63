"""Asking to keep a listing, and the yes or no to it."""

from datetime import timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from cms.models import Asset
from connector.claiming import letters
from connector.claiming.actions.editors import make_editor
from connector.claiming.domains import own_domain
from connector.claiming.models import Claim
from connector.notifications.recipients import person_key
from connector.notifications.written_to import contacts_written_to, has_stepped_back

State, Way = Claim.State, Claim.Way
ONE_PRESS: Final = timedelta(minutes=10)
"""Somebody who asks again within this pressed twice, and nobody is written to twice for it."""


class Settled(Exception):
    """It was answered already."""


@transaction.atomic
def ask_to_keep(*, asset: Asset, name: str, email: str, words: str = "") -> Claim:
    """Write the claim down, and send a link to whoever can say yes: the address itself where it is of the
    organisation's own domain or stands in the listing, otherwise the contacts of the listing. Where there is no such
    address, or whoever asks handed the listing over, a connector decides. Whoever asks learns nothing of which it
    was."""
    address = email.strip().lower()
    # Two presses at once wait for each other here.
    Asset.objects.select_for_update().get(pk=asset.pk)
    open_ones = Claim.objects.filter(asset=asset, email=address, state=State.OPEN)
    if (before := open_ones.filter(made_at__gte=timezone.now() - ONE_PRESS).first()) is not None:
        return before
    back = has_stepped_back(asset, person_key(address))
    contacts = {} if back else contacts_written_to(asset)
    own = not back and (address in contacts or own_domain(address, _known_of(asset)))
    way = Way.DOMAIN if own and address not in contacts else Way.CONTACT if contacts else Way.CONNECTOR
    claim = Claim.objects.create(asset=asset, name=name, email=address, words=words, way=way)
    if own:
        letters.ask_themselves(claim)
    else:
        for contact in contacts.values():
            letters.ask_contact(claim, contact)
    return claim


@transaction.atomic
def agree(*, claim: Claim, by: Any = None) -> None:
    """Yes: they keep the listing from now on, and are told how to come in. Raises Settled."""
    row = _settle(claim, State.AGREED, by, "")
    kept, _made = make_editor(asset=row.asset, email=row.email, name=row.name, by=by)
    letters.say_agreed(row, kept.user_id)


@transaction.atomic
def refuse(*, claim: Claim, by: Any = None, reason: str = "") -> None:
    """No. They are told, with the reason. Raises Settled, and ValueError without a reason from a connector."""
    if by is not None and not reason.strip():
        raise ValueError("Say why. They will read it.")
    row = _settle(claim, State.REFUSED, by, reason.strip())
    letters.say_refused(row)


def _settle(claim: Claim, state: str, by: Any, reason: str) -> Claim:
    row = Claim.objects.select_for_update(of=("self",)).select_related("asset").get(pk=claim.pk)
    if row.state != State.OPEN:
        raise Settled("It was answered already.")
    row.state, row.settled_at, row.settler, row.reason = state, timezone.now(), by, reason
    row.save(update_fields=["state", "settled_at", "settler", "reason"])
    return row


def _known_of(asset: Asset) -> list[str]:
    """Websites and addresses of whoever runs it."""
    runs = asset.organisation
    found = [asset.url, *((runs.url, runs.email) if runs is not None and runs.live else ())]
    return [each for each in found if each]
