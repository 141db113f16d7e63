"""Floods of new listings and names that are not what they seem: held, told plainly, and nothing lost for anybody."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from cms.models import Asset, GroupChange
from connector.joining.limits import FROM_ONE, FULL
from connector.joining.models import NewListing
from tests.factories.users import BACKEND, UserFactory
from tests.joining.conftest import MAUREEN, TUESDAY_MORNING, send

pytestmark = pytest.mark.django_db
Told = Callable[..., NewListing]
NEIGHBOUR = "neighbour@tenterclough.example"


def contact(number: int, **fields: str) -> dict[str, str]:
    return {"phone": f"01632 960 {number:03}", "email": f"group{number}@tenterclough.example", **fields}


def nominated(told: Told, number: int, sender: str, **ask: str) -> tuple[NewListing, Any]:
    """Somebody tells us of a group that is not theirs, each from a browser of their own."""
    client = Client()
    what = {"name": f"Rug Makers {number}", "summary": "We make rag rugs and drink tea."}
    listing = told(client, theirs=True, what=what, ask=contact(number, **ask))
    return listing, send(client, listing, sender)


ONE = {
    "one sender": lambda n: (NEIGHBOUR if n % 2 else NEIGHBOUR.upper(), {}),
    "one address to ask": lambda n: (f"person{n}@tenterclough.example", {"email": MAUREEN}),
    "one number to ask": lambda n: ("", {"phone": "01632 960 014"}),
}


@pytest.mark.parametrize("one", ONE.values(), ids=ONE)
def test_many_of_one_wait_and_no_more(told: Told, settings: Settings, one: Callable[[int], Any]) -> None:
    settings.CONNECTOR_JOINING_WAITING_FROM_ONE = 2
    sent = [nominated(told, n, one(n)[0], **one(n)[1]) for n in range(3)]
    assert [page.status_code for _, page in sent] == [200, 200, 429]
    listing, page = sent[-1]
    assert FROM_ONE in page.content.decode()
    assert "Rug Makers 2" in page.content.decode(), "what was typed stays"
    assert (listing.state, Asset.objects.count()) == (NewListing.State.WRITING, 2)
    other, page = nominated(told, 9, "somebody.else@tenterclough.example")
    assert page.status_code == 200, "nobody else is held up"
    assert other.state == NewListing.State.SENT


def test_once_some_were_looked_at_the_next_may_be_sent_as_it_was(told: Told, settings: Settings) -> None:
    settings.CONNECTOR_JOINING_WAITING_FROM_ONE = 1
    nominated(told, 0, NEIGHBOUR)
    client = Client()
    listing = told(client, theirs=True, ask=contact(1))
    before = listing.answers
    assert send(client, listing, NEIGHBOUR).status_code == 429
    NewListing.objects.exclude(pk=listing.pk).update(state=NewListing.State.OUT)
    assert send(client, listing, NEIGHBOUR).status_code == 200
    assert listing.state == NewListing.State.SENT
    assert listing.answers == before


def test_a_flood_from_many_fills_the_hour_and_the_honest_send_in_the_next(told: Told, settings: Settings) -> None:
    settings.CONNECTOR_JOINING_SENT_AN_HOUR = 3
    for n in range(3):
        assert nominated(told, n, f"person{n}@tenterclough.example")[1].status_code == 200
    client = Client()
    listing = told(client)
    before = listing.answers
    page = send(client, listing)
    assert page.status_code == 429
    assert FULL in page.content.decode()
    assert Asset.objects.count() == 3
    with time_machine.travel(TUESDAY_MORNING + timedelta(minutes=61), tick=False):
        assert send(client, listing).status_code == 200
    assert (listing.state, listing.answers) == (NewListing.State.SENT, before)


@pytest.mark.parametrize("theirs", [False, True])
@pytest.mark.parametrize(
    ("what", "says"),
    [
        ({"name": "Pike Lane Rug Mаkers"}, "“а” in “Mаkers” is CYRILLIC SMALL LETTER A."),
        ({"summary": "We make rugs: www.exаmple.org"}, "“а” in “exаmple” is CYRILLIC SMALL LETTER A."),
    ],
)
def test_a_letter_that_looks_like_another_is_named_to_who_looks(
    told: Told, theirs: bool, what: dict[str, str], says: str
) -> None:
    client = Client()
    told_of = {"name": "Pike Lane Rug Makers", "summary": "We make rag rugs."} | what
    listing = told(client, theirs=theirs, what=told_of)
    send(client, listing)
    assert listing.asset is not None
    assert not listing.asset.live
    row = GroupChange.objects.get(asset=listing.asset)
    assert says in row.why
    desk = Client()
    desk.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    assert says in desk.get(reverse("cms_look_at_change", args=[row.pk])).content.decode()
