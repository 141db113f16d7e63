"""What is written about a new listing: through the outbox, once, to who it is for at that moment."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from pytest_django import Settings

from cms.actions import approve_change
from cms.models import Asset
from connector.joining.letters import CARRIED, MAY_WE, OUT, SENT
from connector.joining.models import NewListing
from connector.notifications.channels import choosing
from connector.notifications.deciding import Answer, Outcome
from connector.notifications.models import Message
from connector.notifications.sending import send_due
from tests.factories.users import UserFactory
from tests.joining.conftest import MAUREEN, START, TUESDAY_MORNING, send
from tests.notifications.conftest import Postman

pytestmark = pytest.mark.django_db
Told = Callable[..., NewListing]
NEIGHBOUR = "neighbour@tenterclough.example"


def carry_on(client: Client, listing: NewListing, email: str) -> str:
    page = client.post(f"{START}{listing.uuid}/later/", {"email": email}, follow=True)
    return page.content.decode()


def approve(listing: NewListing) -> Asset:
    assert listing.asset is not None
    return approve_change(asset=listing.asset, by=UserFactory(role="Connectors"))


def subjects() -> list[tuple[str, str]]:
    send_due()
    return [(each.to[0], str(each.subject)) for each in mail.outbox]


def test_mail_that_is_down_loses_nothing(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    postman = Postman()
    postman.answers = [Outcome(Answer.LATER, "The mail server does not answer.")]
    monkeypatch.setattr(choosing, "CARRIERS", {"mail": postman})
    client = Client()
    listing = told(client)
    page = send(client, listing)
    assert listing.number in page.content.decode()
    assert Message.objects.get(kind=SENT).state == Message.State.WAITING
    with time_machine.travel(TUESDAY_MORNING + timedelta(minutes=2), tick=False):
        send_due()
        send_due()
    assert Message.objects.get(kind=SENT).state == Message.State.SENT
    assert [each.to for each in postman.taken] == [MAUREEN, MAUREEN], "the first did not go"


def test_the_way_back_goes_to_who_asked_last_and_so_often_at_most(told: Told) -> None:
    client = Client()
    listing = told(client)
    pages = [carry_on(client, listing, each) for each in (MAUREEN, f" {NEIGHBOUR.upper()}", MAUREEN, MAUREEN)]
    assert ["on its way" in page for page in pages] == [True] * CARRIED + [False]
    assert "cannot send it" in pages[-1]
    assert "@" not in str(list(Message.objects.values()))
    assert [to for to, _ in subjects()] == [MAUREEN] * CARRIED


def test_it_goes_in_quiet_hours_and_opens_the_listing(told: Told, settings: Settings) -> None:
    settings.CONNECTOR_QUIET_HOURS = "08:00-20:00"
    client = Client()
    listing = told(client)
    carry_on(client, listing, MAUREEN)
    send_due()
    link = next(each for each in str(mail.outbox[0].body).splitlines() if "/link/" in each)
    there = Client()
    there.post(link)
    assert there.get(f"{START}{listing.uuid}/check/").status_code == 200


def test_who_carried_on_is_told_that_it_arrived_all_the_same(told: Told) -> None:
    client = Client()
    listing = told(client)
    for _ in range(CARRIED):
        carry_on(client, listing, MAUREEN)
    send(client, listing)
    approve(listing)
    found = [subject for _, subject in subjects()]
    assert found[CARRIED:] == [f"We have your listing: {listing.number}", f"People see it now: {listing.number}"]
    assert NewListing.objects.get().carry_on_to == "", "needed no longer"


def test_approved_again_writes_nothing_again(told: Told) -> None:
    client = Client()
    listing = told(client, theirs=True)
    send(client, listing, NEIGHBOUR)
    asset = approve(listing)
    asset.save_revision().publish()
    assert sorted(Message.objects.values_list("kind", flat=True)) == sorted([SENT, OUT, MAY_WE])
    assert sorted(to for to, _ in subjects()) == sorted([NEIGHBOUR, NEIGHBOUR, MAUREEN])


def test_a_group_that_was_asked_by_telephone_is_not_written_to(told: Told) -> None:
    client = Client()
    listing = told(client, theirs=True)
    send(client, listing, NEIGHBOUR)
    asset = approve(listing)
    Asset.objects.filter(pk=asset.pk).update(unasked=False)
    assert MAUREEN not in [to for to, _ in subjects()]


def test_a_signed_in_person_is_told_at_their_account(told: Told) -> None:
    client = Client()
    client.force_login(UserFactory(email="account@tenterclough.example", role="Group editors"))
    listing = told(client)
    send(client, listing)
    approve(listing)
    assert subjects()[-1] == ("account@tenterclough.example", f"People see it now: {listing.number}")


def test_who_left_no_address_is_written_to_by_nobody(told: Told) -> None:
    client = Client()
    listing = told(client)
    send(client, listing, "")
    approve(listing)
    assert subjects() == []
