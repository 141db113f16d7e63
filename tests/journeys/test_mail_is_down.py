"""The mail server is away: whatever a group or somebody else presses is done all the same, and says so truly."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from pytest_django import Settings

from cms.actions import approve_change
from cms.models import Asset, Editorship, GroupChange
from connector.accounts.models import User
from connector.claiming.actions.claim import ask_to_keep
from connector.claiming.letters import PURPOSE
from connector.claiming.models import Claim
from connector.joining.models import NewListing
from connector.links.actions.make_link import make_link
from connector.notifications.models import Message
from connector.notifications.recipients import USER, reference
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from tests.factories.open_forms import filled_in
from tests.factories.users import UserFactory
from tests.joining.conftest import ANSWERS, START, answer_question
from tests.journeys.conftest import MAUREEN, TODAY

pytestmark = pytest.mark.django_db
Browsers = Callable[[User | None], Client]


class Away(BaseEmailBackend):
    """Nobody listens where the mail server should be."""

    def open(self) -> bool:
        raise ConnectionRefusedError("nobody listens")

    def send_messages(self, email_messages: Any) -> int:
        raise ConnectionRefusedError("nobody listens")


@pytest.fixture
def away(settings: Settings) -> None:
    settings.EMAIL_BACKEND = settings.CONNECTOR_EMAIL_BACKEND = f"{__name__}.Away"


def waits(kind: str) -> bool:
    """Whether a message of this kind was tried, did not go, and waits for another try."""
    send_due()
    row = Message.objects.get(kind=kind)
    return row.state == Message.State.WAITING and row.attempts == 1


def claims(group: Asset, maureen: User, browser_of: Browsers) -> bool:
    sent = filled_in("claim", name="Ann", email="ann@home.example")
    page = browser_of(None).post(f"/listings/{group.uuid}/look-after/", sent, follow=True)
    return page.status_code == 200 and Claim.objects.get().state == Claim.State.OPEN


def says_yes(group: Asset, maureen: User, browser_of: Browsers) -> bool:
    row = ask_to_keep(asset=group, name="Ann", email="ann@home.example")
    to = reference(USER, maureen.pk)
    link = make_link(purpose=PURPOSE, about=("claiming.claim", str(row.pk)), to=to, now=row.made_at)
    page = browser_of(None).post("/" + link.split("/", 3)[3], {"answer": "yes"})
    return page.status_code == 200 and Editorship.objects.filter(user__email="ann@home.example").exists()


def adds_somebody(group: Asset, maureen: User, browser_of: Browsers) -> bool:
    sent = {"do": "add", "name": "Ann", "email": "ann@home.example"}
    page = browser_of(maureen).post(f"/my-listings/{group.uuid}/people/", sent, follow=True)
    words = page.content.decode()
    return "Ann looks after the page too. A message is on its way." in words and waits("editor_added")


def takes_somebody_off(group: Asset, maureen: User, browser_of: Browsers) -> bool:
    row = Editorship.objects.get(user__first_name="Vera")
    page = browser_of(maureen).post(f"/my-listings/{group.uuid}/people/", {"do": "remove", "row": row.pk}, follow=True)
    return page.status_code == 200 and not Editorship.objects.filter(pk=row.pk).exists()


def changes_its_name(group: Asset, maureen: User, browser_of: Browsers) -> bool:
    browser, home = browser_of(maureen), f"/my-listings/{group.uuid}/"
    browser.post(f"{home}name/", {"name": "Weavers Fold Makers"})
    version = browser.get(f"{home}check/").context["version"]
    page = browser.post(f"{home}check/", {"version": version}, follow=True)
    waits = GroupChange.objects.get().state == GroupChange.State.WAITING
    approve_change(asset=group, by=UserFactory(role="Connectors"))
    return page.status_code == 200 and waits and Asset.objects.get(pk=group.pk).name == "Weavers Fold Makers"


def lists_a_group(group: Asset, maureen: User, browser_of: Browsers) -> bool:
    """Sent, approved, and the way back by link: all that is told of it waits."""
    browser = browser_of(None)
    browser.post(START, ANSWERS["what"])
    listing = NewListing.objects.get()
    for question in ("when", "where", "who", "ask"):
        answer_question(browser, listing, question, ANSWERS[question])
    later = browser.post(f"{START}{listing.uuid}/later/", {"email": "ann@home.example"}, follow=True)
    told = [waits("carry_on")]
    page = browser.post(f"{START}{listing.uuid}/check/", {"email": "ann@home.example"}, follow=True)
    told.append(waits("listing_sent"))
    listing.refresh_from_db()
    assert listing.asset is not None
    out = approve_change(asset=listing.asset, by=UserFactory(role="Connectors")).live
    told.append(waits("listing_out"))
    return "The link is on its way." in later.content.decode() and page.status_code == 200 and out and all(told)


PRESSES = {each.__name__: each for each in (
    claims, says_yes, adds_somebody, takes_somebody_off, changes_its_name, lists_a_group,
)}  # fmt: skip


@pytest.mark.usefixtures("away")
@pytest.mark.parametrize("press", PRESSES)
def test_it_is_done_all_the_same(group: Asset, maureen: User, browser_of: Browsers, press: str) -> None:
    assert PRESSES[press](group, maureen, browser_of)


def test_what_we_ask_waits_until_mail_goes_again(
    group: Asset, evening: time_machine.Traveller, settings: Settings, mailoutbox: list[Any]
) -> None:
    working = settings.CONNECTOR_EMAIL_BACKEND
    settings.CONNECTOR_EMAIL_BACKEND = f"{__name__}.Away"
    ask_due(TODAY)
    send_due()
    assert set(Message.objects.values_list("state", flat=True)) == {Message.State.WAITING}
    settings.CONNECTOR_EMAIL_BACKEND = working
    evening.shift(timedelta(hours=20))
    send_due()
    assert {message.to[0] for message in mailoutbox} >= {MAUREEN, "vera@tenterclough.example"}
