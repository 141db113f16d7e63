"""Who looks after which listings: editors, and contacts that may be written to.

Invariant: one person an address, however they are known; somebody with an account goes by that. Asked about is what is
out, met, and no person's own offer: an organisation that only a register names is first met by somebody.
"""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from cms.models import Asset, Contact, Editorship, Kind
from connector.notifications.recipients import CONTACT, USER, WRITTEN_TO, addressee, person_key, reference


@dataclass(slots=True)
class Keeper:
    """`person`: a keyed hash of their address; `recipient`: where it is kept; `assets`: ids of what they look after."""

    person: str
    recipient: str
    assets: set[int] = field(default_factory=set)


def asked_about() -> QuerySet[Asset]:
    """The listings that people are asked about."""
    return Asset.objects.filter(live=True, met=True, unasked=False).exclude(kind=Kind.OFFER)


def keepers() -> list[Keeper]:
    """Everybody, in two queries."""
    found: dict[str, Keeper] = {}
    editors = Editorship.objects.filter(asset__in=asked_about(), user__is_active=True)
    for user, email, asset in editors.values_list("user_id", "user__email", "asset_id"):
        _add(found, email, reference(USER, user), asset)
    contacts = Contact.objects.filter(asset__in=asked_about(), visibility__in=WRITTEN_TO).exclude(email="")
    for contact, email, asset in contacts.order_by("pk").values_list("pk", "email", "asset_id"):
        _add(found, email, reference(CONTACT, contact), asset)
    return list(found.values())


def keeps(recipient: str, asset: Asset) -> bool:
    """Whether this reference still looks after the listing: by an editorship, or as a contact with that address."""
    to = addressee(recipient)
    if to is None or not to.email:
        return False
    if (
        recipient.startswith(USER)
        and Editorship.objects.filter(asset=asset, user=int(recipient.split(":")[1])).exists()
    ):
        return True
    emails = Contact.objects.filter(asset=asset, visibility__in=WRITTEN_TO).values_list("email", flat=True)
    return to.person in {person_key(each) for each in emails if each}


def _add(found: dict[str, Keeper], email: str, recipient: str, asset: int) -> None:
    person = person_key(email)
    found.setdefault(person, Keeper(person, recipient)).assets.add(asset)
