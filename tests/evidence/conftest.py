"""A sewing circle that Maureen keeps with her account, on a Wednesday afternoon that it meets."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail
from pytest_django import Settings

from cms.models import Asset
from connector.accounts.models import User
from connector.evidence.actions.ask_after import switch_on
from connector.evidence.asking import do_day
from connector.notifications.recipients import USER, reference
from connector.notifications.sending import send_due
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import UserFactory

EMAIL = "maureen@tenterclough.example"
# A Wednesday; the circle meets from half past one till half past three.
EVENING = datetime(2026, 12, 2, 16, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(settings: Settings) -> Iterator[time_machine.Traveller]:
    settings.CONNECTOR_CHANNELS = {"email": "mail"}
    with time_machine.travel(EVENING, tick=False) as found:
        yield found


@pytest.fixture
def maureen(db: None) -> User:
    return UserFactory(first_name="Maureen", email=EMAIL, role="Group editors")


@pytest.fixture
def circle(maureen: User) -> Asset:
    asset = AssetFactory(name="Weavers Fold Sewing Circle", room="unknown")
    SessionFactory(asset=asset, days=["WE"])
    ContactFactory(asset=asset, name="Maureen", email=EMAIL, phone="07700 900 014")
    EditorshipFactory(user=maureen, asset=asset)
    return asset


@pytest.fixture
def wanted(circle: Asset, maureen: User) -> Asset:
    """She switched it on."""
    assert switch_on(recipient=reference(USER, maureen.pk), asset=circle)
    return circle


@pytest.fixture
def asked(wanted: Asset) -> Callable[[], str]:
    """Do the day's work and send it; the path of the link in the newest message."""

    def one() -> str:
        do_day(datetime.now(UTC).date())
        send_due()
        return link_in(mail.outbox[-1].body)

    return one


def link_in(text: str) -> str:
    """The path of the first link in a message."""
    line = next(line for line in str(text).splitlines() if "/link/" in line)
    return "/" + line.split("/", 3)[3].strip()
