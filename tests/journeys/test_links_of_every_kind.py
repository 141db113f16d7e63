"""Links that were sent, of every purpose that there is: looked at, run out, taken back, stolen from another page.

A purpose that comes to be has no row here, and the first test says so.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.models import Asset
from connector.accounts.models import User
from connector.claiming.actions.claim import ask_to_keep
from connector.core.tokens import digest_of
from connector.corrections.actions.suggest import suggest_correction
from connector.following.letters import ABOUT as FOLLOWER
from connector.following.letters import PURPOSE as WEEKLY
from connector.joining.doors import AGREE, RESUME, address_of
from connector.links import purposes
from connector.links.actions.make_link import make_link
from connector.links.actions.revoke_links import revoke_links
from connector.links.models import Link
from connector.notifications.recipients import USER, reference
from connector.notifications.sending import KIND, STOP, send_due
from connector.offers.letters import ABOUT, OWN
from connector.stewardship.enquiring.message import PURPOSE as NEEDED
from tests.factories.asking import AccessQuestionFactory
from tests.factories.assets import AssetFactory
from tests.factories.following import FollowerFactory
from tests.factories.joining import NewListingFactory
from tests.factories.offers import OfferFactory
from tests.factories.organisations import EditorshipFactory
from tests.journeys.conftest import link_in

pytestmark = pytest.mark.django_db
Links = dict[str, str]


def path(address: str) -> str:
    return "/" + address.split("/", 3)[3]


def claim(group: Asset, links: Links, maureen: User) -> str:
    ask_to_keep(asset=group, name="Ann", email="ann@home.example")
    send_due()
    return link_in(str(mail.outbox[-1].body))


def stop(group: Asset, links: Links, maureen: User) -> str:
    return path(make_link(purpose=STOP, about=(KIND, "try"), to=reference(USER, maureen.pk), now=timezone.now()))


def correction(group: Asset, links: Links, maureen: User) -> str:
    return path(suggest_correction(asset=group, topic="times", words="On Thursdays now.")[1])


def resume(group: Asset, links: Links, maureen: User) -> str:
    return path(address_of(RESUME, NewListingFactory(), timezone.now()))


def agree(group: Asset, links: Links, maureen: User) -> str:
    return path(address_of(AGREE, NewListingFactory(mine=False, asset=group, state="out"), timezone.now()))


def needed(group: Asset, links: Links, maureen: User) -> str:
    AccessQuestionFactory(asset=group, subject="step_free")
    to = reference(USER, maureen.pk)
    return path(make_link(purpose=NEEDED, about=("stewardship.enquiry", "1"), to=to, now=timezone.now()))


def offer(group: Asset, links: Links, maureen: User) -> str:
    row = OfferFactory(out=True)
    about, to = (ABOUT, str(row.pk)), reference(ABOUT, row.pk)
    return path(make_link(purpose=OWN, about=about, to=to, now=timezone.now()))


def weekly(group: Asset, links: Links, maureen: User) -> str:
    row = FollowerFactory()
    about, to = (FOLLOWER, str(row.pk)), reference(FOLLOWER, row.pk)
    return path(make_link(purpose=WEEKLY, about=about, to=to, now=timezone.now()))


# The purpose, how somebody comes by its link, and a press on its page.
KINDS: dict[str, tuple[Callable[..., str], dict[str, str]]] = {
    "confirm listings": (lambda group, links, maureen: links["Is"], {"answer": "right"}),
    "say it ran": (lambda group, links, maureen: links["Did"], {"answer": "ran"}),
    NEEDED: (needed, {"answer": "step_free:yes"}),
    STOP: (stop, {"stop": "all"}),
    "claim": (claim, {"answer": "yes"}),
    "correction": (correction, {}),
    RESUME: (resume, {}),
    AGREE: (agree, {"answer": "everybody"}),
    OWN: (offer, {"do": "stop"}),
    WEEKLY: (weekly, {"do": "stop"}),
}
OF_TESTS = {"try", "once", "click"}


def test_every_purpose_has_a_row() -> None:
    assert set(purposes._purposes) - OF_TESTS == set(KINDS)


@pytest.fixture(params=KINDS)
def sent(request: pytest.FixtureRequest, group: Asset, links: Links, maureen: User) -> tuple[str, dict[str, str]]:
    """The path of a link, and what is pressed there."""
    make, pressed = KINDS[request.param]
    return make(group, links, maureen), {"listing": str(group.uuid), **pressed}


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_mail_scanner_that_opens_it_does_nothing(
    sent: tuple[str, dict[str, str]], client: Client, method: str
) -> None:
    client.get("/link/whatever/")  # what every page reads once is read
    with CaptureQueriesContext(connection) as asked:
        assert getattr(client, method)(sent[0]).status_code == 200
    assert [each["sql"] for each in asked if not each["sql"].lstrip().startswith("SELECT")] == []


ENDS: dict[str, Callable[[Link], Any]] = {
    "it ran out": lambda link: Link.objects.filter(pk=link.pk).update(
        made_at=link.made_at - timedelta(days=500), expires_at=timezone.now()
    ),
    "it was taken back": lambda link: revoke_links(
        purpose=link.purpose, about=(link.object_type, link.object_id), now=timezone.now()
    ),
}


@pytest.mark.parametrize("ends", ENDS)
def test_one_that_ended_does_nothing_and_says_what_to_do(
    sent: tuple[str, dict[str, str]], client: Client, ends: str
) -> None:
    ENDS[ends](Link.objects.get(token_hash=digest_of(sent[0].strip("/").split("/")[-1])))
    for answer in (client.get(sent[0]), client.post(*sent)):
        assert answer.status_code == 410
    with CaptureQueriesContext(connection) as asked:
        client.post(*sent)
    assert [each["sql"] for each in asked if _writes(each["sql"])] == []


def test_a_stolen_one_reaches_no_other_listing(
    sent: tuple[str, dict[str, str]], client: Client, group: Asset, maureen: User
) -> None:
    """Whoever holds one sends it what the page of each kind would, about another listing."""
    other = AssetFactory(name="Lunch Club")
    EditorshipFactory(asset=other)
    before = _said(other)
    for _make, pressed in KINDS.values():
        client.post(sent[0], {**pressed, "listing": str(other.uuid)})
    assert _said(other) == before


def _writes(statement: str) -> bool:
    """Of what is kept: that somebody opened a bad one is counted in the shared cache."""
    return not statement.lstrip().startswith(("SELECT", "SAVEPOINT", "RELEASE")) and "shared_cache" not in statement


def _said(group: Asset) -> list[Any]:
    row = Asset.objects.get(pk=group.pk)
    return [row.live, row.confirmed_on, row.ran_on, row.room, row.editorships.count()]
