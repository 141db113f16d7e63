"""Who looks after which listings, and how they are asked: editors, and contacts.

Invariant: one person an address, however they are known; somebody with an account goes by that, unless they said as a
contact how they like to be asked. Asked about is what is out and no person's own offer, and what somebody of ours met,
somebody keeps, or somebody said once is right: an organisation that only a register names is first met by somebody. A
number alone is rung where nobody else is asked about the listing. Who handed a listing over is not asked about it, by
whatever way we know them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from cms.models import Asset, Contact, Editorship, Kind
from connector.notifications.envelope import envelope
from connector.notifications.models import NotWanted
from connector.notifications.recipients import CONTACT, USER, WRITTEN_TO, person_key, person_of, reference, user_of
from connector.notifications.written_to import stepped_back
from connector.stewardship.models import KnownAs
from connector.stewardship.ways import EMAIL, RUNG, Known, is_mobile, way_for


@dataclass(slots=True)
class Keeper:
    """`person`: a keyed hash of their address; `recipient`: where it is kept; `assets`: ids of what they look after;
    `way`: how they are asked (`ways`)."""

    person: str
    recipient: str
    assets: set[int] = field(default_factory=set)
    way: str = EMAIL
    said: bool = False


def asked_about() -> QuerySet[Asset]:
    """The listings that people are asked about."""
    kept = Exists(Editorship.objects.filter(asset=OuterRef("pk")))
    known = Q(met=True) | Q(confirmed_on__isnull=False) | kept
    return Asset.objects.filter(known, live=True, unasked=False).exclude(kind=Kind.OFFER)


def asked_contacts() -> QuerySet[Contact]:
    """Contacts that are asked: those that may be written to, and of the others those that said to ring or to visit."""
    return Contact.objects.filter(Q(visibility__in=WRITTEN_TO) | Q(prefers__in=RUNG))


def keepers() -> list[Keeper]:
    """Everybody, in six queries at most."""
    found: dict[str, Keeper] = {}
    gone = stepped_back()
    editors = Editorship.objects.filter(asset__in=asked_about(), user__is_active=True)
    for user, email, asset in editors.values_list("user_id", "user__email", "asset_id"):
        if (person := person_key(email)) not in gone.get(asset, ()):
            _add(found, Keeper(person, reference(USER, user)), asset)
    back = set(NotWanted.objects.filter(kind="", why=NotWanted.Why.BOUNCED).values_list("person", flat=True))
    contacts = asked_contacts().filter(asset__in=asked_about()).exclude(email="", phone="", prefers="")
    by_number = []
    found_contacts = list(contacts.order_by("pk"))
    keys = keys_of(found_contacts)
    for contact in found_contacts:
        if keys[contact.pk] in gone.get(contact.asset_id, ()) or not (way := _way(contact, back)):
            continue
        keeper = Keeper(keys[contact.pk], reference(CONTACT, contact.pk), way=way, said=bool(contact.prefers))
        if way in RUNG and not keeper.said:
            by_number.append((keeper, contact.asset_id))
        else:
            _add(found, keeper, contact.asset_id)
    asked = {asset for keeper in found.values() for asset in keeper.assets}
    for keeper, asset in by_number:
        if asset not in asked:
            _add(found, keeper, asset)
    return list(found.values())


def keys_of(contacts: Iterable[Contact]) -> dict[int, str]:
    """The keyed hash of whom each contact is, by its id: of an account's address, where one said that it is them. One
    query."""
    rows = list(contacts)
    known = dict(KnownAs.objects.filter(contact__in=rows).values_list("contact_id", "person")) if rows else {}
    return {each.pk: known.get(each.pk) or contact_key(each) for each in rows}


def contact_key(contact: Contact) -> str:
    """The keyed hash of whom a contact is, by its own address or number."""
    return person_of(reference(CONTACT, contact.pk), contact.email, contact.phone)


def keeps(recipient: str, asset: Asset) -> bool:
    """Whether this reference still looks after the listing: by an editorship, or as a contact with that address."""
    person = _person(recipient)
    return bool(person) and person in persons_of([asset.pk])[asset.pk]


def persons_of(asset_ids: Collection[int]) -> Mapping[int, set[str]]:
    """Who looks after each of these listings, as keyed hashes, in five queries at most."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    editors = Editorship.objects.filter(asset__in=asset_ids, user__is_active=True)
    for asset, email in editors.values_list("asset_id", "user__email"):
        found[asset].add(person_key(email))
    contacts = list(asked_contacts().filter(asset__in=asset_ids))
    keys = keys_of(contacts)
    for contact in contacts:
        found[contact.asset_id].add(keys[contact.pk])
    for asset, gone in stepped_back(asset_ids).items():
        found[asset] -= gone
    return found


def kept_of(recipient: str, asset_ids: Collection[int]) -> list[int]:
    """Those of these listings that this reference still looks after, in their order."""
    person = _person(recipient)
    found = persons_of(asset_ids) if person else {}
    return [pk for pk in asset_ids if person in found.get(pk, ())]


def public_name(recipient: str) -> str:
    """The first name that may stand beside a confirmation: an editor's, or a contact's that everybody sees anyway; none
    of whoever is where it is secret."""
    kind, _, key = recipient.partition(":")
    if kind == USER:
        user = user_of(recipient)
        return user.first_name if user else ""
    if kind != CONTACT or not key.isdecimal():
        return ""
    seen = Contact.objects.filter(pk=int(key), visibility=Contact.Visibility.PUBLIC, asset__secret=False)
    return seen.values_list("name", flat=True).first() or ""


def _person(recipient: str) -> str:
    kind, _, key = recipient.partition(":")
    if kind == USER:
        user = user_of(recipient)
        return person_key(user.email) if user and user.email else ""
    contact = asked_contacts().filter(pk=int(key)).first() if kind == CONTACT and key.isdecimal() else None
    return keys_of([contact])[contact.pk] if contact else ""


def _way(contact: Contact, back: Collection[str]) -> str:
    known = Known(
        email=bool(contact.email),
        phone=bool(contact.phone),
        mobile=is_mobile(contact.phone),
        letter=bool(envelope(contact.name, contact.post_to)),
        comes_back=contact_key(contact) in back,
        internal=contact.visibility not in WRITTEN_TO,
    )
    channels = {name for name, carrier in settings.CONNECTOR_CHANNELS.items() if carrier != "none"}
    return way_for(contact.prefers, known, channels)


def _add(found: dict[str, Keeper], keeper: Keeper, asset: int) -> None:
    known = found.setdefault(keeper.person, keeper)
    known.assets.add(asset)
    if keeper.said and not known.said:
        known.recipient, known.way, known.said = keeper.recipient, keeper.way, True
