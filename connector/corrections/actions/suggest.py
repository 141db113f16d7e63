"""Somebody says what is wrong."""

import secrets
from typing import Final

from django.db import transaction
from django.utils import timezone

from cms.models import Asset, Editorship
from connector.corrections.models import Correction, ToTell
from connector.links.actions.make_link import make_link

PURPOSE: Final = "correction"
SIGNS: Final = "234679ACDEFGHJKMNPQRTUVWXY"
"""Those that nobody takes for another when they are read out."""


@transaction.atomic
def suggest_correction(*, asset: Asset, topic: str, words: str, contact: str = "") -> tuple[Correction, str]:
    """Keep it, and a line for each who keeps the listing to be told. Returns it with the address of the page that says
    where it stands, which nobody else has."""
    row = Correction.objects.create(
        asset=asset, listing=asset.name, number=_number(), topic=topic, words=words.strip(), contact=contact.strip()
    )
    keepers = Editorship.objects.filter(asset=asset).values_list("user", flat=True)
    ToTell.objects.bulk_create(ToTell(correction=row, user_id=each) for each in keepers)
    about = ("corrections.correction", str(row.pk))
    return row, make_link(purpose=PURPOSE, about=about, to=f"corrections.correction:{row.pk}", now=timezone.now())


def _number() -> str:
    """ "K4M-7TQ3". One that is taken is one in some eight thousand million."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(7))
    return f"{signs[:3]}-{signs[3:]}"
