"""Which new listings this browser may go on with.

Invariant: a listing's address alone opens nothing. It is at hand where it was begun, or where its link was pressed.
"""

from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest

from connector.joining.models import NewListing

KEY: Final = "new_listings"
MOST: Final = 10


def take_in_hand(request: HttpRequest, listing: NewListing) -> None:
    """From now on this browser may go on with it."""
    held = [each for each in request.session.get(KEY, []) if each != listing.uuid.hex]
    request.session[KEY] = [*held, listing.uuid.hex][-MOST:]


def at_hand(request: HttpRequest, uuid: UUID) -> NewListing:
    """The listing. Raises Http404 where it is not at hand, or not there."""
    if uuid.hex not in request.session.get(KEY, []):
        raise Http404
    found = NewListing.objects.select_related("asset").filter(uuid=uuid).first()
    if found is None:
        raise Http404
    return found
