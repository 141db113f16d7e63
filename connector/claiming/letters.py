"""What is written about keeping a listing, to whoever asks and to whoever can say yes, through the outbox.

Invariant: nobody's address is told to anybody but the one who is asked to vouch for it. Each message goes once, after
what it tells of is kept, and not at all where that is not so any more.
"""

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from cms.models import Asset, Contact, Editorship
from connector.claiming.models import Claim
from connector.links.actions.make_link import make_link
from connector.links.actions.revoke_links import revoke_links
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import (
    CONTACT,
    USER,
    Addressee,
    person_key,
    reference,
    register_reference,
    user_of,
)
from connector.notifications.written_to import has_stepped_back

PURPOSE: Final = "claim"
CLAIM: Final = "claiming.claim"
"""What messages are about, and the reference of whoever asks."""
ASSET: Final = "cms.asset"
OWN: Final = "claim_own"
ASKED: Final = "claim_contact"
AGREED: Final = "claim_agreed"
REFUSED: Final = "claim_refused"
ADDED: Final = "editor_added"
REMOVED: Final = "editor_removed"
FOLDER: Final = Path(__file__).parent / "messages"
State = Claim.State


def ask_themselves(claim: Claim) -> None:
    """Whoever asks has an address of the organisation, or one that stands in the listing: is it theirs?"""
    _put(OWN, reference(CLAIM, claim.pk), f"{OWN}:{claim.pk}", (CLAIM, claim.pk))


def ask_contact(claim: Claim, contact: int) -> None:
    """A contact of the listing: is that one of you?"""
    _put(ASKED, reference(CONTACT, contact), f"{ASKED}:{claim.pk}:{contact}", (CLAIM, claim.pk))


def say_agreed(claim: Claim, user: int) -> None:
    """They keep the listing from now on."""
    _put(AGREED, reference(USER, user), f"{AGREED}:{claim.pk}", (CLAIM, claim.pk))


def say_refused(claim: Claim) -> None:
    """No, with the reason."""
    _put(REFUSED, reference(CLAIM, claim.pk), f"{REFUSED}:{claim.pk}", (CLAIM, claim.pk))


def say_added(row: Editorship) -> None:
    """Somebody has added them."""
    _put(ADDED, reference(USER, row.user_id), f"{ADDED}:{row.pk}", (ASSET, row.asset_id))


def say_removed(row: Editorship) -> None:
    """Somebody has taken them off. `row`: as it was."""
    _put(REMOVED, reference(USER, row.user_id), f"{REMOVED}:{row.pk}", (ASSET, row.asset_id))


def take_back(asset: Asset, person: str) -> None:
    """Whoever has this keyed hash answers none of the listing's claims by a link that they hold, whatever address the
    contact that it was sent to has later."""
    contacts = [
        reference(CONTACT, row.pk) for row in Contact.objects.filter(asset=asset) if person_key(row.email) == person
    ]
    for claim in Claim.objects.filter(asset=asset, state=State.OPEN):
        own = [reference(CLAIM, claim.pk)] if person_key(claim.email) == person else []
        for each in (*contacts, *own):
            revoke_links(purpose=PURPOSE, about=(CLAIM, str(claim.pk)), now=timezone.now(), to=each)


def _put(kind: str, to: str, key: str, about: tuple[str, int]) -> None:
    enqueue(kind=kind, to=to, key=key, about=(about[0], str(about[1])), now=timezone.now())


def _waits(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    """For who can say yes; None once somebody has answered, or to who handed the listing over since."""
    claim = _claim(message, State.OPEN)
    if claim is None or has_stepped_back(claim.asset, to.person):
        return None
    link = make_link(purpose=PURPOSE, about=(CLAIM, str(claim.pk)), to=message.recipient, now=now)
    told = {"first_name": to.first_name, "name": claim.name, "email": claim.email}
    return {**told, "listing": claim.asset.name, "link": link}


def _agreed(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    claim = _claim(message, State.AGREED)
    return _kept(claim.asset, to) if claim else None


def _refused(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    claim = _claim(message, State.REFUSED)
    return {"first_name": to.first_name, "listing": claim.asset.name, "reason": claim.reason} if claim else None


def _added(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    asset = Asset.objects.filter(pk=int(message.about_id)).first()
    return _kept(asset, to) if asset else None


def _removed(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    """None where they keep it again."""
    asset = Asset.objects.filter(pk=int(message.about_id)).first()
    if asset is None or _keeps(asset, to):
        return None
    return {"first_name": to.first_name, "listing": asset.name}


def _kept(asset: Asset, to: Addressee) -> dict[str, Any] | None:
    """None where they do not keep it any more."""
    if not _keeps(asset, to):
        return None
    home = f"{settings.CONNECTOR_BASE_URL}{reverse('my_listings')}"
    return {"first_name": to.first_name, "listing": asset.name, "home": home}


def _keeps(asset: Asset, to: Addressee) -> bool:
    user = user_of(to.reference)
    return user is not None and Editorship.objects.filter(asset=asset, user=user).exists()


def _claim(message: Message, state: str) -> Claim | None:
    return Claim.objects.select_related("asset").filter(pk=int(message.about_id), state=state).first()


def _who_asks(key: int) -> Addressee | None:
    claim = Claim.objects.filter(pk=key).first()
    return Addressee(reference(CLAIM, key), claim.name, claim.email) if claim else None


def connect() -> None:
    """Let these be sent, once a process."""
    register_reference(CLAIM, _who_asks)
    asks = "somebody gave us this address to look after a listing"
    for kind in (
        Kind(OWN, "whether you asked to look after a listing", FOLDER / OWN, _waits, urgent=True, because=asks),
        Kind(ASKED, "who asks to look after your listing", FOLDER / ASKED, _waits),
        Kind(AGREED, "whether you look after a listing", FOLDER / AGREED, _agreed),
        Kind(REFUSED, "what came of your asking to look after a listing", FOLDER / REFUSED, _refused, because=asks),
        Kind(ADDED, "who has added you to a listing", FOLDER / ADDED, _added),
        Kind(REMOVED, "who has taken you off a listing", FOLDER / REMOVED, _removed, because="you looked after one"),
    ):
        register(kind)
