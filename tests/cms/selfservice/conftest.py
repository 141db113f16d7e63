"""A circle that two people keep, on a Tuesday morning."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from cms.models import Asset, Editorship
from connector.accounts.models import User
from tests.factories.assets import AssetFactory, AssetPlaceFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import UserFactory

TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    with time_machine.travel(TUESDAY_MORNING, tick=False):
        yield


@pytest.fixture
def circle(db: None) -> Asset:
    """Wednesdays, half past one; somebody to ring, and somebody that only connectors see."""
    asset = AssetFactory(name="Weavers Fold Sewing Circle", room=Asset.Room.ROOM)
    SessionFactory(asset=asset, days=["WE"])
    ContactFactory(asset=asset, name="Jo", phone="01632 960 999", visibility="internal")
    ContactFactory(asset=asset, phone="01632 960 014")
    AssetPlaceFactory(asset=asset)
    return asset


@pytest.fixture
def keeper(circle: Asset) -> Callable[[], Client]:
    """Somebody more who keeps the circle, signed in."""

    def make() -> Client:
        user = UserFactory(role="Group editors")
        EditorshipFactory(user=user, asset=circle)
        return signed_in(user)

    return make


@pytest.fixture
def maureen(keeper: Callable[[], Client]) -> Client:
    return keeper()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def keeper_of(asset: Asset) -> User:
    """Who keeps it first."""
    return Editorship.objects.filter(asset=asset).order_by("pk")[0].user
