"""Who hears of a change by e-mail: the connectors that it waits, the group what came of it, in plain words."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from cms.actions import approve_change, return_change, submit_change
from cms.models import Asset
from connector.accounts.models import User
from tests.cms.selfservice.conftest import keeper_of
from tests.factories.council import CouncilFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
FOREIGN = re.compile(r"moderation|workflow|asset|rejected|snippet", re.IGNORECASE)


@pytest.fixture
def dawn(settings: Settings) -> User:
    settings.WAGTAILADMIN_BASE_URL = "https://connector.example"
    CouncilFactory(phone="01632 960 100")
    return UserFactory(role="Connectors", first_name="Dawn")


@pytest.fixture
def sent(maureen: Client, circle: Asset, dawn: User) -> Asset:
    """Maureen has sent a change of Maureen & Vera’s circle."""
    Asset.objects.update(name="Maureen & Vera’s circle")
    submit_change(draft=Asset.objects.get(), by=keeper_of(circle))
    return Asset.objects.get()


def test_connectors_hear_that_a_change_waits(sent: Asset, dawn: User, mailoutbox: list) -> None:
    message = mailoutbox[0]
    assert message.to == [dawn.email]
    assert message.subject == "Please look: Maureen & Vera’s circle"
    assert message.body.startswith("Hello Dawn,\n\nSomebody changed “Maureen & Vera’s circle” and asks you to look")
    link = re.search(r"https://connector\.example(\S+)", message.body)[1]
    browser = Client()
    browser.force_login(dawn)
    assert browser.get(link).status_code == 200


def test_the_group_hears_that_people_see_it(sent: Asset, dawn: User, mailoutbox: list) -> None:
    approve_change(asset=sent, by=dawn)
    message = mailoutbox[-1]
    assert message.to == [keeper_of(sent).email]
    assert message.subject == "People see your change: Maureen & Vera’s circle"
    assert f"https://connector.example/listings/{sent.uuid}/" in message.body
    assert "Stuck? Ring 01632 960 100." in message.body
    assert not FOREIGN.search(message.body)


def test_the_group_hears_why_it_came_back(sent: Asset, dawn: User, maureen: Client, mailoutbox: list) -> None:
    return_change(asset=sent, by=dawn, reason="Is the hall free on <Thursdays>?")
    message = mailoutbox[-1]
    assert message.subject == "A question about your change: Maureen & Vera’s circle"
    assert "    Is the hall free on <Thursdays>?" in message.body
    link = re.search(r"https://connector\.example(\S+)", message.body)[1]
    assert maureen.get(link).status_code == 200
    assert not FOREIGN.search(message.body.replace("connector.example", ""))
