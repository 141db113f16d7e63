"""How many new listings may be begun and sent, so that a flood of them reaches nobody's desk.

Invariant: counted in the database for all processes together. Of a network address only a keyed hash is kept, made
anew each day, so that no two days can be tied together, and it goes with the purge.
"""

from datetime import date, datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from cms.models import Contact
from connector.accounts.lockout import client_ip
from connector.joining.models import NewListing

HOUR: Final = timedelta(hours=1)
FULL: Final = (
    "A great many groups are being told to us just now, and we cannot take more this hour. What you typed is still "
    "here. Try again in an hour."
)


FROM_ONE: Final = (
    "Several listings with this e-mail address or telephone number wait for a first look already. What you typed is "
    "still here. Send it once some of them have been looked at, or ring us."
)


def hashed_place(request: HttpRequest, today: date) -> str:
    """Where a request comes from, as 32 hexadecimal signs of this day."""
    return salted_hmac("connector.joining", f"{today} {client_ip(request)}", algorithm="sha256").hexdigest()[:32]


def may_begin(place: str, now: datetime) -> bool:
    """Whether somebody there may begin another."""
    begun = NewListing.objects.filter(made_at__gt=now - HOUR)
    if begun.count() >= settings.CONNECTOR_JOINING_BEGUN_AN_HOUR:
        return False
    return begun.filter(came_from=place).count() < settings.CONNECTOR_JOINING_BEGUN_FROM_ONE_PLACE


def may_send(now: datetime) -> bool:
    """Whether the queue takes another: so many an hour, and so many that wait in all."""
    sent = NewListing.objects.filter(sent_at__gt=now - HOUR).count()
    waiting = NewListing.objects.filter(state=NewListing.State.SENT).count()
    return sent < settings.CONNECTOR_JOINING_SENT_AN_HOUR and waiting < settings.CONNECTOR_JOINING_MOST_WAITING


def may_send_more(*, sender: str, email: str, phone: str) -> bool:
    """Whether another may wait from this sender, or with this contact. Nothing is an address of nobody."""
    waiting = NewListing.objects.filter(state=NewListing.State.SENT)
    most = settings.CONNECTOR_JOINING_WAITING_FROM_ONE
    if sender and waiting.filter(sender_email__iexact=sender).count() >= most:
        return False
    named = Q(pk__in=())
    named |= Q(email__iexact=email) if email else named
    named |= Q(phone=phone) if phone else named
    contacts = Contact.objects.filter(named, asset__in=waiting.values("asset"))
    return contacts.values("asset").distinct().count() < most
