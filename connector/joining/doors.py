"""The links that lead back to a new listing: to go on with it, and to agree to be shown.

Invariant: each is for one purpose and one listing, ends, can be taken back, and opens nothing by being looked at.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from connector.joining.models import NewListing
from connector.links.actions.make_link import make_link
from connector.links.models import Link

RESUME: Final = "joining.resume"
AGREE: Final = "joining.agree"
ABOUT: Final = "joining.newlisting"


def address_of(purpose: str, listing: NewListing, now: datetime, to: str = "") -> str:
    """The whole address to send. It is made anew each time, and cannot be shown again. `to`: whom it goes to, where it
    goes by message."""
    return make_link(purpose=purpose, about=(ABOUT, listing.uuid.hex), to=to, now=now)


def listing_of(link: Link) -> NewListing | None:
    """What a link is about; None where it is gone."""
    if link.object_type != ABOUT:
        return None
    return NewListing.objects.select_related("asset").filter(uuid=UUID(link.object_id)).first()
