"""Who may be asked after sessions: whoever looks after the listing; by text where we know their number."""

from django.http import HttpRequest

from cms.models import Asset, Contact
from connector.evidence.models import AskAfter
from connector.notifications.recipients import CONTACT, USER, WRITTEN_TO, addressee, person_key, reference
from connector.stewardship.by_link import sent_to
from connector.stewardship.people import keeps
from connector.stewardship.ways import is_mobile


def asks_for(request: HttpRequest, asset: Asset) -> str:
    """The reference of whoever has this listing before them: by their account, else by the link that they came with.
    Empty where it does not look after the listing."""
    user = request.user
    own = reference(USER, user.pk) if user.is_authenticated else ""
    return next((each for each in (own, sent_to(request)) if each and keeps(each, asset)), "")


def by_text(recipient: str, asset: Asset) -> str:
    """The reference of a contact of this listing with the same address and a number to text; empty without one. Who has
    a telephone and no address is texted where it is a mobile."""
    to = addressee(recipient)
    if to is None:
        return ""
    if not to.email:
        return recipient if is_mobile(to.phone) else ""
    rows = Contact.objects.filter(asset=asset, visibility__in=WRITTEN_TO).exclude(phone="").order_by("pk")
    own = (each for each in rows if each.email and person_key(each.email) == to.person)
    return next((reference(CONTACT, each.pk) for each in own), "")


def asked_after(recipient: str, asset: Asset) -> AskAfter | None:
    """What they switched on for this listing."""
    to = addressee(recipient)
    return AskAfter.objects.filter(asset=asset, person=to.person).first() if to else None
