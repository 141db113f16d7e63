"""Which listings somebody may just come to, and so let know: pure, but for the contacts that are read.

Invariant: nobody is sent to what is full, stopped for now, or a person's own offer.
"""

from typing import Final

from cms.models import Asset, Contact
from cms.models.assets import Kind
from cms.models.welcome import Room

MET: Final = frozenset({Kind.GROUP, Kind.ACTIVITY, Kind.VOLUNTEER_ROLE, Kind.PLACE})
"""Kinds that people go to."""
SHUT: Final = frozenset({Room.FULL, Room.WAITING, Room.PAUSED})


def public_contacts(asset: Asset) -> list[Contact]:
    """Whom everybody may ring or write to, in order. Reads what was prefetched where it was."""
    return [each for each in asset.contacts.all() if each.visibility == Contact.Visibility.PUBLIC]


def can_be_told(asset: Asset) -> bool:
    """Whether the page of it says *Let them know you are coming*."""
    reached = any(each.email or each.phone for each in public_contacts(asset))
    return asset.kind in MET and asset.room not in SHUT and reached
