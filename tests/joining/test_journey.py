"""From nothing to found in search, through the pages: told, sent, approved, kept by whoever proved the address."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from cms.actions import approve_change
from cms.models import Asset, Editorship
from cms.visibility import PUBLIC, Viewer
from connector.accounts.models import User
from connector.joining.models import Agreement, NewListing
from connector.notifications.sending import send_due
from search.finder import find
from search.questions import Question
from tests.factories.users import UserFactory
from tests.joining.conftest import MAUREEN, START, send

pytestmark = pytest.mark.django_db
Told = Callable[..., NewListing]


def approve(listing: NewListing) -> Asset:
    assert listing.asset is not None
    asset = approve_change(asset=listing.asset, by=UserFactory(role="Connectors"))
    send_due()
    return asset


def found(words: str, viewer: Viewer = PUBLIC) -> list[str]:
    return [hit.asset.name for hit in find(Question(text=words), viewer=viewer).hits]


def test_from_nothing_to_found(told: Told, mailoutbox: list, up_to_date: Callable[[], None]) -> None:
    maureen = Client()
    listing = told(maureen)
    page = send(maureen, listing)
    assert listing.number in page.content.decode()
    assert "You are next." in page.content.decode()
    assert listing.number in mailoutbox[0].subject
    assert not listing.asset.live
    up_to_date()
    assert Client().get(listing.asset.get_absolute_url()).status_code == 404

    asset = approve(listing)
    up_to_date()
    public = Client().get(asset.get_absolute_url()).content.decode()
    assert "Tue 24 Nov" in public
    assert "01632 960 014" in public
    assert "Weavers Hall" in public
    assert "£2" in public
    assert "Maureen said this was right today." in public
    listing.refresh_from_db()
    assert listing.answers == {}
    assert "People see it now" in mailoutbox[-1].subject
    assert "rag rugs" in Client().get("/search/?q=rag+rugs").content.decode()

    assert not Editorship.objects.exists()
    _sign_in_by_code(maureen, mailoutbox)
    kept = Editorship.objects.get()
    assert (kept.asset, kept.user.email, kept.lead) == (asset, MAUREEN, True)
    assert asset.name in maureen.get("/my-listings/").content.decode()
    listing.refresh_from_db()
    assert listing.sender_email == ""


def _sign_in_by_code(client: Client, mailoutbox: list) -> None:
    client.post("/account/login/code/", {"email": MAUREEN})
    code = re.search(r"\d{4}-\d{4}", mailoutbox[-1].body)[0]
    assert client.post("/account/login/code/confirm/", {"code": code})["Location"] == "/my-listings/"


def test_an_address_that_nobody_proved_keeps_nothing(told: Told) -> None:
    """A session without a code: an account of that address, opened by other means."""
    listing = told(Client())
    send(Client(), listing)
    stranger = Client()
    listing = told(stranger)
    send(stranger, listing)
    approve(listing)
    account = User.objects.get(email=MAUREEN)
    assert not account.groups.exists()
    browser = Client()
    browser.force_login(account)
    browser.get("/my-listings/")
    assert not Editorship.objects.exists()


def test_what_was_agreed_to_is_kept_with_its_words_and_time(told: Told) -> None:
    client = Client()
    listing = told(client, ask={"answer_given": "workers"})
    shown = client.get(f"{START}{listing.uuid}/ask/").content.decode()
    send(client, listing)
    agreed = Agreement.objects.get()
    assert (agreed.asset, agreed.answer, agreed.by, agreed.at) == (listing.asset, "workers", "Maureen", listing.sent_at)
    assert agreed.words in shown
    asset = approve(listing)
    assert "01632 960 014" not in Client().get(asset.get_absolute_url()).content.decode()
    assert "Maureen" not in Client().get(asset.get_absolute_url()).content.decode()


def test_a_nominated_group_is_asked_before_anybody_is_named(told: Told, mailoutbox: list) -> None:
    neighbour = Client()
    listing = told(neighbour, theirs=True)
    send(neighbour, listing, email="neighbour@tenterclough.example")
    assert not Agreement.objects.exists()
    assert [message.to for message in mailoutbox] == [["neighbour@tenterclough.example"]]
    asset = approve(listing)
    assert Client().get(asset.get_absolute_url()).status_code == 404, "workers only, until the group has said yes"
    asking = next(message for message in mailoutbox if message.to == [MAUREEN])
    assert "rugs" not in asking.body.lower(), "nothing that a stranger typed"
    link = re.search(r"http\S+", asking.body)[0]

    group = Client()
    page = group.get(link)
    assert not Agreement.objects.exists(), "a mail scanner that opens it agrees to nothing"
    group.post(link, {"answer": "everybody"})
    agreed = Agreement.objects.get()
    assert agreed.words in page.content.decode()
    assert (agreed.answer, agreed.by, agreed.how) == ("everybody", "Maureen", "by link")
    assert Client().get(asset.get_absolute_url()).status_code == 404, "a connector puts it in"
    approve(listing)
    assert "01632 960 014" in Client().get(asset.get_absolute_url()).content.decode()
    assert not Editorship.objects.exists()
    assert not User.objects.filter(email="neighbour@tenterclough.example").exists()


def test_no_thank_you_takes_the_person_out(told: Told, mailoutbox: list) -> None:
    client = Client()
    listing = told(client, theirs=True)
    send(client, listing)
    asset = approve(listing)
    link = re.search(r"http\S+", next(each for each in mailoutbox if "May we" in each.subject).body)[0]
    Client().post(link, {"answer": "no"})
    approve(listing)
    assert list(asset.contacts.all()) == []


def test_a_home_is_never_kept_nor_shown(told: Told) -> None:
    client = Client()
    listing = told(client, where={"how": "home", "words": "17 Mill Street, M33 7ZF", "street": "17 Mill Street"})
    kept = str(listing.answers["where"])
    assert "Mill Street" not in kept
    assert "7ZF" not in kept
    send(client, listing)
    asset = approve(listing)
    place = asset.asset_places.get().place
    assert (place.name, place.address, place.postcode, place.precision) == ("", "", "M33 7", "sector")
    public = Client().get(asset.get_absolute_url()).content.decode()
    assert "Somewhere near M33 7" in public
    assert "Mill Street" not in public


def test_a_signed_in_person_keeps_what_they_sent(told: Told) -> None:
    user = UserFactory(email=MAUREEN, role="Group editors")
    client = Client()
    client.force_login(user)
    listing = told(client)
    send(client, listing)
    approve(listing)
    assert Editorship.objects.get().user == user


def test_interests_are_suggested_from_the_words(told: Told) -> None:
    client = Client()
    listing = told(client, what={"name": "Bank Top Choir", "summary": "We sing in four parts, for the joy of singing."})
    send(client, listing)
    rows = listing.asset.asset_interests.all()
    assert {row.state for row in rows} == {"suggested"}
    assert any("sing" in row.interest.label.lower() or "choir" in row.interest.label.lower() for row in rows)
