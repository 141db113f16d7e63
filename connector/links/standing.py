"""Looks a link up by its token or its number, and says how it stands.

Invariant: the same one query whether there is such a link or not, by the hash alone: how long it takes tells nothing of
which tokens there are.
"""

from datetime import datetime

from connector.core.tokens import digest_of
from connector.links.deciding import Sent, Standing, standing_of
from connector.links.models import Link
from connector.links.purposes import purpose_named


def look_up(token: str, *, now: datetime) -> tuple[Link | None, Standing]:
    """The link of a token, and how it stands for what it was made for."""
    link = Link.objects.filter(token_hash=digest_of(token)).first()
    return link, stands(link, purpose=link.purpose if link else "", now=now)


def stands(link: Link | None, *, purpose: str, now: datetime) -> Standing:
    """How a link stands for a purpose. One that nothing registered is for nothing any more."""
    found = purpose_named(purpose)
    if link is None:
        return standing_of(None, purpose=purpose, now=now)
    sent = Sent(link.purpose, link.expires_at, link.used_at, link.revoked_at, bool(found and found.single_use))
    return standing_of(sent, purpose=found.name if found else "", now=now)
