"""Somebody hands a listing over, or goes: nothing about it goes to them, until whoever keeps it says otherwise."""

from cms.models import Asset
from connector.notifications.models import SteppedBack


def step_back(*, asset: Asset, person: str) -> None:
    """Write to this person about the listing no more. Twice is the same as once."""
    SteppedBack.objects.get_or_create(asset=asset, person=person)


def write_again(*, asset: Asset, person: str) -> None:
    """They are written to again."""
    SteppedBack.objects.filter(asset=asset, person=person).delete()
