"""A sewing circle that Maureen keeps with her account, and what she is sent about it; Whist, whose Edna is rung."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail
from django.test import Client
from pytest_django import Settings

from cms.models import Asset
from connector.accounts.models import User
from connector.asking.models import AccessQuestion
from connector.notifications.recipients import person_key
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from connector.stewardship.enquiring.asking import enquire_due
from connector.stewardship.models import Enquiry, TimeOfYear
from tests.factories.asking import AccessQuestionFactory
from tests.factories.assets import AssetFactory, AssetPlaceFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, UserFactory

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


@pytest.fixture
def edna(db: None) -> Asset:
    """Rung, and asked nothing but this."""
    club = AssetFactory(name="Whist")
    ContactFactory(asset=club, name="Edna", phone="01632 960 777", prefers="telephone", best_time="evening")
    AccessQuestionFactory(asset=club)
    enquire_due(MORNING.date())
    return club


@pytest.fixture
def meena(db: None) -> Client:
    browser = Client()
    browser.force_login(UserFactory(first_name="Meena", role="Connectors"), backend=BACKEND)
    return browser


def press(browser: Client, asset: Asset, known: str) -> int:
    told = {"enquiry": Enquiry.objects.get().pk, "listing": asset.pk, "known": known}
    return browser.post("/admin/ring-round/press/", told).status_code


def read_on_the_sheet(browser: Client) -> str:
    """The sheet as it is shown next, with what the last press came to."""
    return browser.get("/admin/ring-round/").content.decode()


def state_of(asset: Asset, subject: str = "step_free") -> str:
    return AccessQuestion.objects.get(asset=asset, subject=subject).state


def facts_in_draft(asset: Asset) -> dict[str, str]:
    draft = Asset.objects.get(pk=asset.pk).get_latest_revision_as_object()
    return {fact.subject: fact.state for fact in draft.access_facts.all()}
