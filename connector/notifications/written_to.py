"""Who is written to about a listing: editors, and contacts, but nobody who handed it over.

Invariant: whoever is in the lead with an open account has not stepped back, whatever was said before; where there is
nobody like that, no editor has: somebody is left to ask.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from cms.models import Asset, Contact, Editorship
from connector.accounts.models import User
from connector.notifications.models import SteppedBack
from connector.notifications.recipients import WRITTEN_TO, person_key


def stepped_back(asset_ids: Collection[int] | None = None) -> Mapping[int, set[str]]:
    """Who handed over which listing, of these or of all, as keyed hashes; in two queries at most."""
    rows = SteppedBack.objects.all() if asset_ids is None else SteppedBack.objects.filter(asset__in=asset_ids)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for asset, person in rows.values_list("asset_id", "person"):
        found[asset].add(person)
    kept = (
        Editorship.objects.filter(asset__in=list(found), user__is_active=True) if found else Editorship.objects.none()
    )
    editors = list(kept.values_list("asset_id", "user__email", "lead"))
    led = {asset for asset, _email, lead in editors if lead}
    for asset, email, lead in editors:
        if lead or asset not in led:
            found[asset].discard(person_key(email))
    return found


def has_stepped_back(asset: Asset, person: str) -> bool:
    """Whether whoever has this keyed hash handed this listing over."""
    return person in stepped_back([asset.pk]).get(asset.pk, ())


def editors_written_to(asset: Asset) -> list[User]:
    """Who keeps the listing and is told about it, whoever came first before the others."""
    back = stepped_back([asset.pk]).get(asset.pk, set())
    rows = Editorship.objects.filter(asset=asset, user__is_active=True).select_related("user").order_by("pk")
    return [row.user for row in rows if person_key(row.user.email) not in back]


def contacts_written_to(asset: Asset) -> dict[str, int]:
    """The addresses that a listing has, in small letters, each with the contact that has it first; those that only
    connectors know of are not there."""
    back = stepped_back([asset.pk]).get(asset.pk, set())
    rows = Contact.objects.filter(asset=asset, visibility__in=WRITTEN_TO).exclude(email="").order_by("-pk")
    return {email.strip().lower(): pk for pk, email in rows.values_list("pk", "email") if person_key(email) not in back}
