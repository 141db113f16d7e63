"""A group says how it likes to be asked, and when: for each contact of its listing, on its own page.

Invariant: only who keeps the listing, or whom a link opened it for; an address for letters is shown to whose it is and
to nobody else. What cannot work, such as a text to a telephone at home, is refused with what to do.
"""

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cms.actions import Locked, set_way
from cms.models import Asset, Contact
from cms.selfservice.by_link import who
from cms.selfservice.desk import reached_by
from connector.notifications.envelope import envelope
from connector.notifications.recipients import CONTACT, USER, addressee, reference
from connector.stewardship.by_link import sent_to
from connector.stewardship.models import KnownAs
from connector.stewardship.people import keys_of
from connector.stewardship.ways import Known, is_mobile, why_not

DONE: Final = "Kept. From now on we ask like that."


def on_my_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`ways`: each contact with how it is asked; `way_choices`, `time_choices`: code and words."""
    person = _person(request)
    contacts = _contacts(asset, person)
    keys = keys_of(contacts)
    account = request.user.is_authenticated
    return {
        "ways": [
            {
                "contact": each,
                "own": keys[each.pk] == person,
                "may_be_me": account and not each.email and keys[each.pk] != person,
            }
            for each in contacts
        ],
        "way_choices": Contact.Way.choices,
        "time_choices": Contact.BestTime.choices,
    }


@require_POST
def my_way(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """`contact`: which; `way`, `time`, `words`, and `address` where it is given; `me`: they say that it is them."""
    asset = get_object_or_404(reached_by(request), uuid=uuid)
    person = _person(request)
    given = {name: request.POST.get(name, "") for name in ("contact", "way", "time", "words", "address")}
    contact = next((each for each in _contacts(asset, person) if str(each.pk) == given["contact"]), None)
    if contact is None or given["way"] not in ("", *Contact.Way.values):
        raise Http404
    if given["time"] not in ("", *Contact.BestTime.values):
        raise Http404
    own = keys_of([contact])[contact.pk] == person
    address = given["address"] if own or given["address"].strip() else None
    if wrong := why_not(given["way"], _known(contact, address)):
        messages.warning(request, wrong)
        return redirect("my_listing", uuid)
    try:
        set_way(
            contact=contact,
            prefers=given["way"],
            best_time=given["time"],
            words=given["words"],
            post_to=address,
            by=who(request),
        )
    except Locked as problem:
        messages.warning(request, str(problem))
        return redirect("my_listing", uuid)
    if request.POST.get("me") and request.user.is_authenticated and not contact.email:
        KnownAs.objects.update_or_create(contact=contact, defaults={"person": person})
    messages.success(request, DONE)
    return redirect("my_listing", uuid)


def _contacts(asset: Asset, person: str) -> list[Contact]:
    """Those that everybody sees anyway, and their own, whoever sees it."""
    rows = list(Contact.objects.filter(asset=asset).exclude(phone="", email="", post_to="").order_by("pk"))
    keys = keys_of(rows)
    return [each for each in rows if each.visibility == Contact.Visibility.PUBLIC or keys[each.pk] == person]


def _person(request: HttpRequest) -> str:
    """Whoever has the page before them, as a keyed hash of their address: by their account, else by their link."""
    user = request.user
    recipient = reference(USER, user.pk) if user.is_authenticated else sent_to(request)
    kind, _, key = recipient.partition(":")
    if kind == CONTACT and key.isdecimal():
        return keys_of(Contact.objects.filter(pk=int(key))).get(int(key), "")
    to = addressee(recipient) if recipient else None
    return to.person if to else ""


def _known(contact: Contact, address: str | None) -> Known:
    return Known(
        email=bool(contact.email),
        phone=bool(contact.phone),
        mobile=is_mobile(contact.phone),
        letter=bool(envelope(contact.name, contact.post_to if address is None else address)),
    )
