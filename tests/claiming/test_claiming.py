"""Somebody asks to keep a listing: who can say yes, what each learns, and what a stolen or late link opens."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import Asset, Editorship
from connector.claiming.domains import everybodys, own_domain
from connector.claiming.models import Claim
from connector.notifications.sending import send_due
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.open_forms import filled_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def circle() -> Asset:
    runs = OrganisationFactory(name="The Mill", url="https://www.mill.example/about")
    asset = AssetFactory(name="Sewing circle", organisation=runs)
    ContactFactory(asset=asset, name="Vera", email="vera@gmail.com", visibility="partner")
    ContactFactory(asset=asset, name="Jo", email="jo@council.example", visibility="internal")
    return asset


def ask(asset: Asset, email: str = "maureen@home.example", **more: object):
    fields = filled_in("claim", name="Maureen", email=email, **more)
    page = Client().post(reverse("claim", args=[asset.uuid]), fields, follow=True)
    send_due()
    return page


def link_in(message) -> str:
    return re.search(r"https?://[^/]+(/\S*link/\S+)", message.body)[1]


def press(link: str, answer: str = "yes"):
    page = Client().post(link, {"answer": answer})
    send_due()
    return page


@pytest.mark.parametrize(
    ("email", "to", "way"),
    [
        ("maureen@home.example", ["vera@gmail.com"], Claim.Way.CONTACT),
        ("VERA@gmail.com", ["vera@gmail.com"], Claim.Way.CONTACT),
        ("anybody@gmail.com", ["vera@gmail.com"], Claim.Way.CONTACT),
        ("ann@mill.example", ["ann@mill.example"], Claim.Way.DOMAIN),
        ("ann@mill.example.evil.example", ["vera@gmail.com"], Claim.Way.CONTACT),
        ("jo@council.example", ["vera@gmail.com"], Claim.Way.CONTACT),
    ],
)
def test_who_is_asked(circle: Asset, mailoutbox, email: str, to: list[str], way: str) -> None:
    page = ask(circle, email)
    assert [message.to for message in mailoutbox] == [[each] for each in to]
    assert Claim.objects.get().way == way
    assert "vera" not in page.content.decode().lower()
    assert not Editorship.objects.exists(), "asking gives nothing"


def test_the_page_is_the_same_whoever_can_say_yes(circle: Asset, mailoutbox) -> None:
    lonely = AssetFactory(name="Sewing circle")
    pages = [re.sub(r"[0-9a-f-]{36}", "", ask(asset).content.decode()) for asset in (circle, lonely)]
    assert pages[0] == pages[1]
    assert Claim.objects.get(asset=lonely).way == Claim.Way.CONNECTOR
    assert len(mailoutbox) == 1


def test_a_yes_by_link_gives_the_listing_to_who_asked(circle: Asset, mailoutbox) -> None:
    ask(circle)
    link = link_in(mailoutbox[0])
    page = Client().get(link).content.decode()
    assert "maureen@home.example" in page
    assert not Editorship.objects.exists(), "a scanner that opens it settles nothing"
    press(link)
    row = Editorship.objects.get()
    assert (row.user.email, row.lead, row.asset) == ("maureen@home.example", True, circle)
    assert mailoutbox[-1].to == ["maureen@home.example"]
    maureen = Client()
    maureen.force_login(row.user, backend=BACKEND)
    assert maureen.get(f"/my-listings/{circle.uuid}/").status_code == 200


@pytest.mark.parametrize("answer", ["no", "", "nonsense"])
def test_anything_but_a_yes_is_a_no(circle: Asset, mailoutbox, answer: str) -> None:
    ask(circle)
    link = link_in(mailoutbox[0])
    press(link, answer)
    assert not Editorship.objects.exists()
    assert press(link).status_code != 200, "one press and no more"
    assert not Editorship.objects.exists()


def test_a_link_opens_nothing_after_a_connector_answered(circle: Asset, mailoutbox) -> None:
    ask(circle)
    link = link_in(mailoutbox[0])
    desk = Client()
    desk.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    url = reverse("wagtail_bulk_action", args=["claiming", "claim", "refuse"])
    desk.post(f"{url}?id={Claim.objects.get().pk}", {"reason": "We know nobody of that name."})
    send_due()
    assert Claim.objects.get().state == Claim.State.REFUSED
    assert "We know nobody of that name." in mailoutbox[-1].body
    assert press(link).status_code == 410
    assert not Editorship.objects.exists()


def test_a_connector_says_yes(mailoutbox) -> None:
    asset = AssetFactory()
    ask(asset)
    assert mailoutbox == []
    desk = Client()
    desk.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    assert "maureen@home.example" in desk.get(reverse("wagtailsnippets_claiming_claim:list")).content.decode()
    url = reverse("wagtail_bulk_action", args=["claiming", "claim", "agree"])
    desk.post(f"{url}?id={Claim.objects.get().pk}")
    assert Editorship.objects.get().user.email == "maureen@home.example"


def test_an_account_that_is_closed_stays_closed(circle: Asset, mailoutbox) -> None:
    user = UserFactory(email="maureen@home.example", is_active=False)
    ask(circle)
    press(link_in(mailoutbox[0]))
    user.refresh_from_db()
    assert not user.is_active


@pytest.mark.parametrize(
    "what", [{"website": "buy"}, {"stamp": "x"}, {"stamp": ""}, {"email": "maureen"}, {"name": ""}]
)
def test_what_a_machine_sends_is_refused(circle: Asset, mailoutbox, what: dict[str, str]) -> None:
    fields = filled_in("claim", name="Maureen", email="maureen@home.example") | what
    Client().post(reverse("claim", args=[circle.uuid]), fields)
    assert not Claim.objects.exists()
    assert mailoutbox == []


@pytest.mark.parametrize(("seconds", "taken"), [(1, False), (10, True), (3600, True), (25 * 3600, False)])
def test_neither_too_fast_nor_too_late(circle: Asset, seconds: int, taken: bool) -> None:
    fields = filled_in("claim", seconds=seconds, name="Maureen", email="maureen@home.example")
    page = Client().post(reverse("claim", args=[circle.uuid]), fields)
    assert Claim.objects.exists() is taken
    assert taken or 'value="Maureen"' in page.content.decode(), "what was typed stays"


def test_not_too_often_from_one_place(circle: Asset) -> None:
    answers = [ask(circle, f"m{each}@home.example").status_code for each in range(7)]
    assert answers == [200] * 5 + [429] * 2


def test_what_is_not_public_cannot_be_claimed() -> None:
    for asset in (AssetFactory(kind="offer"), AssetFactory(unasked=True), AssetFactory(withdrawn=True)):
        assert Client().get(reverse("claim", args=[asset.uuid])).status_code == 404


@pytest.mark.parametrize(
    ("email", "known", "own"),
    [
        ("ann@mill.example", ["https://www.mill.example/x"], True),
        ("ann@MILL.example", ["info@mill.example"], True),
        ("ann@mill.example", ["mill.example"], True),
        ("ann@mail.mill.example", ["https://mill.example"], False),
        ("ann@mill.example", ["https://mill.example.org"], False),
        ("ann@mill.example", ["https://evil.example/@mill.example"], False),
        ("ann@gmail.com", ["info@gmail.com"], False),
        ("ann@facebook.com", ["https://www.facebook.com/mill"], False),
        ("ann@mill.wordpress.com", ["https://mill.wordpress.com"], False),
        ("ann@google.com", ["https://sites.google.com/mill"], False),
        ("ann@", [""], False),
        ("ann", ["ann"], False),
        ("ann@localhost", ["localhost"], False),
        ("ann@mill.example", ["https://[bad"], False),
    ],
)
def test_own_domains(email: str, known: list[str], own: bool) -> None:
    assert own_domain(email, known) is own


def test_the_list_is_hosts() -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) for host in everybodys())
    assert len(everybodys()) > 30
