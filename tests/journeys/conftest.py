"""A circle that Maureen leads and Vera helps with, on a Wednesday that it met; everybody is asked about it today."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from cms.models import Asset
from connector.accounts.models import User
from connector.evidence.actions.ask_after import switch_on
from connector.evidence.asking import ask_after_sessions
from connector.notifications.recipients import USER, reference
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from tests.factories.assets import AssetFactory, AssetPlaceFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, UserFactory

MAUREEN = "maureen@tenterclough.example"
# The circle meets on Wednesdays from half past one till half past three.
EVENING = datetime(2026, 12, 2, 16, 0, tzinfo=UTC)
TODAY: date = EVENING.date()


@pytest.fixture
def evening(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[time_machine.Traveller]:
    """Everybody's day of being asked."""
    settings.CONNECTOR_CHANNELS = {"email": "mail"}
    monkeypatch.setattr("connector.stewardship.asking.last_day", lambda person, month, today: TODAY)
    cache.clear()
    with time_machine.travel(EVENING, tick=False) as clock:
        yield clock


@pytest.fixture
def maureen(db: None, evening: time_machine.Traveller) -> User:
    return UserFactory(first_name="Maureen", email=MAUREEN, role="Group editors")


@pytest.fixture
def group(maureen: User) -> Asset:
    asset = AssetFactory(name="Weavers Fold Sewing Circle", room=Asset.Room.ROOM)
    SessionFactory(asset=asset, days=["WE"])
    AssetPlaceFactory(asset=asset)
    ContactFactory(asset=asset, name="Maureen", phone="01632 960 014", email="ask@tenterclough.example")
    EditorshipFactory(user=maureen, asset=asset, lead=True)
    vera = UserFactory(first_name="Vera", email="vera@tenterclough.example", role="Group editors")
    EditorshipFactory(user=vera, asset=asset)
    return asset


@pytest.fixture
def links(group: Asset, maureen: User) -> dict[str, str]:
    """The paths of what the messages to Maureen open, by the beginning of their subjects: "Is" and "Did"."""
    assert switch_on(recipient=reference(USER, maureen.pk), asset=group)
    ask_due(TODAY)
    ask_after_sessions(TODAY)
    send_due()
    hers = [message for message in mail.outbox if message.to == [MAUREEN]]
    return {str(message.subject).split()[0]: link_in(str(message.body)) for message in hers}


@pytest.fixture
def browser_of(db: None) -> Callable[[User | None], Client]:
    def one(user: User | None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user, backend=BACKEND)
        return client

    return one


def link_in(text: str) -> str:
    """The path of the first link in a message."""
    line = next(line for line in text.splitlines() if "/link/" in line)
    return "/" + line.split("/", 3)[3].strip()
