"""The links that lead back to a new listing: to go on with it, and to agree to be shown.

Invariant: each is for one purpose and one listing, ends, and opens nothing by being looked at.
"""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.core import signing
from django.urls import reverse

from connector.joining.models import NewListing

RESUME: Final = "joining.resume"
AGREE: Final = "joining.agree"
_ROUTES: Final = {RESUME: "joining_carry_on", AGREE: "joining_agree"}


def address_of(purpose: str, listing: NewListing, now: datetime) -> str:
    """The whole address to send."""
    token = signing.TimestampSigner(salt=purpose).sign(listing.uuid.hex)
    return f"{settings.CONNECTOR_BASE_URL}{reverse(_ROUTES[purpose], args=[token])}"


def opened(purpose: str, token: str) -> NewListing | None:
    """What a link is about; None for one that is not ours, or for another purpose, or has run out."""
    lasts = timedelta(days=settings.CONNECTOR_UNFINISHED_DAYS)
    try:
        found = signing.TimestampSigner(salt=purpose).unsign(token, max_age=lasts)
    except signing.BadSignature:
        return None
    return NewListing.objects.filter(uuid=found).first()
