"""The one way to change an offer: locked, and only where its state allows it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from connector.offers.deciding import may
from connector.offers.models import Offer


@contextmanager
def changing(offer: Offer, act: str) -> Iterator[Offer | None]:
    """The row as it is now, to be changed and saved within; None where `act` may not be done to it any more."""
    with transaction.atomic():
        row = Offer.objects.select_for_update().get(pk=offer.pk)
        yield row if may(act, row.state) else None
