"""What is never told of a listing whose whereabouts are secret, a refuge say: its places and how it is reached.

Invariant: pages ask `cms.whereabouts.places_of` and `contacts_told`, queries `AssetQuerySet.whereabouts_told`. What is
not told is not reckoned with either: neither a distance nor an order gives it away.
"""

from collections.abc import Collection
from typing import Final, Protocol

from cms.geo.postcode import WHOLE_IN_TEXT
from cms.likeness.facts import phones_in
from cms.visibility import PUBLIC, Viewer, visible_contacts

NOT_TOLD: Final = "Where it is, is kept secret"


class Whereabouts(Protocol):
    """The fact that the rule reads."""

    @property
    def secret(self) -> bool: ...


def contacts_told(asset: Whereabouts, viewer: Viewer) -> frozenset[str]:
    """Which visibilities of its contacts this viewer may read: of a secret one the public reads none, and a worker
    those for partners alone."""
    allowed = visible_contacts(viewer)
    return allowed - visible_contacts(PUBLIC) if asset.secret and not viewer.curates else allowed


def gives_away(texts: Collection[str]) -> str:
    """The first postcode or telephone number in these words; nothing without one."""
    for text in texts:
        if found := WHOLE_IN_TEXT.search(text):
            return found[0]
        if phones := sorted(phones_in(text)):
            return phones[0]
    return ""
