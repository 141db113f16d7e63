"""A sewing circle that Maureen keeps with her account, and what she is sent about it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail
from pytest_django import Settings

from cms.models import Asset
from connector.accounts.models import User
from connector.notifications.recipients import person_key
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from connector.stewardship.models import TimeOfYear
from tests.factories.assets import AssetFactory, AssetPlaceFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import UserFactory

EMAIL = "maureen@tenterclough.example"
MORNING = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(settings: Settings) -> Iterator[time_machine.Traveller]:
    settings.CONNECTOR_CHANNELS = {"email": "mail"}
    with time_machine.travel(MORNING, tick=False) as found:
        yield found


@pytest.fixture
def maureen(db: None) -> User:
    """Her month is November; her day of it is the one that her address gives."""
    TimeOfYear.objects.create(person=person_key(EMAIL), month=11)
    return UserFactory(first_name="Maureen", email=EMAIL, role="Group editors")


@pytest.fixture
def circle(maureen: User) -> Asset:
    asset = AssetFactory(name="Weavers Fold Sewing Circle", cost=Asset.Cost.FREE)
    SessionFactory(asset=asset, days=["WE"])
    ContactFactory(asset=asset, name="Maureen", phone="01632 960 014")
    AssetPlaceFactory(asset=asset)
    EditorshipFactory(user=maureen, asset=asset)
    return asset


@pytest.fixture
def asked(circle: Asset, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """Do the day's work and send it; the path of the link in the newest message."""
    monkeypatch.setattr("connector.stewardship.asking.last_day", lambda person, month, today: MORNING.date())

    def one() -> str:
        ask_due(datetime.now(UTC).date())
        send_due()
        return link_in(mail.outbox[-1].body)

    return one


def link_in(text: str) -> str:
    """The path of the first link in a message."""
    line = next(line for line in str(text).splitlines() if "/link/" in line)
    return "/" + line.split("/", 3)[3].strip()
