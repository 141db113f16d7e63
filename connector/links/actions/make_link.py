"""Make a link for one purpose, about one thing, for one person."""

from datetime import datetime
from typing import Final

from django.conf import settings
from django.urls import reverse

from connector.core.tokens import digest_of, new_token
from connector.links.models import Link
from connector.links.purposes import purpose_named

BYTES: Final = 18
"""144 bits: nobody guesses one, and it still fits into a text."""


def make_link(*, purpose: str, about: tuple[str, str], to: str, now: datetime) -> str:
    """The whole address to send. `about`: type and id of a thing ("cms.asset", "12"); `to`: the reference of whom it
    goes to. The address is nowhere else: it cannot be shown again. Raises KeyError for a purpose nobody registered."""
    found = purpose_named(purpose)
    if found is None:
        raise KeyError(purpose)
    token = new_token(BYTES)
    Link.objects.create(
        token_hash=digest_of(token),
        purpose=purpose,
        object_type=about[0],
        object_id=about[1],
        recipient=to,
        made_at=now,
        expires_at=now + found.lasts,
    )
    return f"{settings.CONNECTOR_BASE_URL}{reverse('link', args=[token])}"
