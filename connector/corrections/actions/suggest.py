"""Somebody says what is wrong."""

import secrets
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from cms.models import Asset
from connector.corrections.models import Correction
from connector.corrections.telling import tell_group
from connector.links.actions.make_link import make_link

PURPOSE: Final = "correction"
SIGNS: Final = "234679ACDEFGHJKMNPQRTUVWXY"
"""Those that nobody takes for another when they are read out."""
ONE_PRESS: Final = timedelta(minutes=10)
"""The same words from the same person within this are one press that was made twice."""


@transaction.atomic
def suggest_correction(*, asset: Asset, topic: str, words: str, contact: str = "") -> tuple[Correction, str]:
    """Keep it, and tell who keeps the listing. Returns it with the address of the page that says where it stands, which
    nobody else has. The same press again is the same correction."""
    said = {"asset": asset, "topic": topic, "words": words.strip(), "contact": contact.strip()}
    # Two presses at once wait for each other here.
    Asset.objects.select_for_update().get(pk=asset.pk)
    since = timezone.now() - ONE_PRESS
    row = Correction.objects.filter(**said, state=Correction.State.NEW, sent_at__gte=since).first()
    if row is None:
        row = Correction.objects.create(**said, listing=asset.name, number=_number())
        tell_group(asset=asset, now=timezone.now())
    about = ("corrections.correction", str(row.pk))
    return row, make_link(purpose=PURPOSE, about=about, to=f"corrections.correction:{row.pk}", now=timezone.now())


def _number() -> str:
    """ "K4M-7TQ3". One that is taken is one in some eight thousand million."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(7))
    return f"{signs[:3]}-{signs[3:]}"
