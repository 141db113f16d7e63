"""Somebody lets a group know that they are coming."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from cms.models import Asset
from connector.expecting.models import Expected
from connector.expecting.telling import tell

ONE_PRESS: Final = timedelta(minutes=10)
"""The same words within this are one press that was made twice."""


@transaction.atomic
def say_coming(
    *, asset: Asset, called: str, starts: datetime | None, wants: list[str], words: str, answer_to: str
) -> Expected:
    """Keep it, and tell the group. The same press again is the same message."""
    now = timezone.now()
    said = {"asset": asset, "called": called, "starts_at": starts, "words": words, "answer_to": answer_to}
    # Two presses at once wait for each other here.
    Asset.objects.select_for_update().get(pk=asset.pk)
    for row in Expected.objects.filter(**said, sent_at__gte=now - ONE_PRESS):
        if row.wants == wants:
            return row
    row = Expected.objects.create(**said, wants=wants)
    tell(row, now)
    return row
