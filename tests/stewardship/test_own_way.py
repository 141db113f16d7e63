"""A group says how it likes to be asked, and when: on its own page, at once, and whatever waits for a look."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from cms.actions import approve_change, submit_change
from cms.models import Asset, Contact, Editorship
from connector.accounts.models import User
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from connector.stewardship.models import Asking, KnownAs
from connector.stewardship.people import keepers
from connector.stewardship.ways import Known, why_not
from tests.core.markup import faults
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.users import BACKEND, UserFactory
from tests.stewardship.conftest import EMAIL, MORNING

pytestmark = pytest.mark.django_db
TODAY = MORNING.date()


@pytest.mark.parametrize(
    ("way", "known", "refused"),
    [
        ("", Known(), False),
        ("visit", Known(), False),
        ("email", Known(email=True), False),
        ("email", Known(phone=True, mobile=True), True),
        ("text", Known(phone=True, mobile=True), False),
        ("text", Known(phone=True), True),
        ("telephone", Known(phone=True), False),
        ("telephone", Known(email=True), True),
        ("post", Known(letter=True), False),
        ("post", Known(email=True), True),
    ],
)
def test_what_cannot_work_is_refused_with_what_to_do(way: str, known: Known, refused: bool) -> None:
    assert bool(why_not(way, known)) is refused


@pytest.fixture
def hers(maureen: User) -> Client:
    browser = Client()
    browser.force_login(maureen, backend=BACKEND)
    return browser


def say(browser: Client, asset: Asset, contact: Contact | None = None, **told: Any) -> str:
    row = contact or asset.contacts.get()
    page = browser.post(f"/my-listings/{asset.uuid}/way/", {"contact": row.pk, **told}, follow=True)
    return page.content.decode()


def row_of(asset: Asset) -> Contact:
    return Contact.objects.get(asset=asset)


def test_way_and_best_time_hold_at_once(hers: Client, circle: Asset) -> None:
    page = hers.get(f"/my-listings/{circle.uuid}/").content.decode()
    assert faults(page, whole=True) == []
    assert "How we ask you" in page
    page = say(hers, circle, way="telephone", time="evening", words=" not  Tuesdays ")
    assert "From now on we ask like that." in page
    row = row_of(circle)
    assert (row.prefers, row.best_time, row.best_time_words) == ("telephone", "evening", "not Tuesdays")
    assert "not Tuesdays" not in Client().get(circle.get_absolute_url()).content.decode()


def test_a_change_that_waits_does_not_put_it_back(hers: Client, circle: Asset, maureen: User) -> None:
    draft = Asset.objects.get(pk=circle.pk).get_latest_revision_as_object()
    draft.name = "Weavers Fold Stitchers"
    submit_change(draft=draft, by=maureen)
    say(hers, circle, way="telephone", time="evening")
    assert Asset.objects.get(pk=circle.pk).current_workflow_state is not None, "it goes on waiting"
    approve_change(asset=Asset.objects.get(pk=circle.pk), by=UserFactory(role="Connectors"))
    assert row_of(circle).prefers == "telephone"
    assert Asset.objects.get(pk=circle.pk).name == "Weavers Fold Stitchers"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"way": "text"}, "A text needs a mobile number."),
        ({"way": "email"}, "We have no e-mail address"),
        ({"way": "post", "address": "2 Mill Row"}, "with the postcode in the last"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_changes(
    hers: Client, circle: Asset, told: dict[str, str], says: str
) -> None:
    assert says in say(hers, circle, **told)
    assert row_of(circle).prefers == ""


def test_a_letter_goes_where_they_say(hers: Client, circle: Asset) -> None:
    say(hers, circle, way="post", address="2 Mill Row\nTenterclough\nQT4 4HN")
    assert row_of(circle).post_to.splitlines()[-1] == "QT4 4HN"


def test_an_address_is_shown_to_whose_it_is_alone(hers: Client, circle: Asset) -> None:
    Contact.objects.update(post_to="17 Pike Lane\nQT4 4HN")
    assert "17 Pike Lane" not in hers.get(f"/my-listings/{circle.uuid}/").content.decode()
    say(hers, circle, way="visit")
    assert row_of(circle).post_to.startswith("17 Pike Lane"), "left empty, it stays"
    Contact.objects.update(email=EMAIL.upper())
    assert "17 Pike Lane" in hers.get(f"/my-listings/{circle.uuid}/").content.decode()


def test_this_is_me_means_one_call_and_no_letter(
    hers: Client, circle: Asset, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    say(hers, circle, way="telephone", time="evening")
    assert len(keepers()) == 2, "her account, and somebody with a number"
    say(hers, circle, way="telephone", time="evening", me="yes")
    (keeper,) = keepers()
    assert (keeper.way, keeper.assets) == ("telephone", {circle.pk})
    monkeypatch.setattr("connector.stewardship.asking.last_day", lambda person, month, today: TODAY)
    ask_due(TODAY)
    send_due()
    assert mail.outbox == []
    assert Asking.objects.get().way == "telephone"
    Editorship.objects.all().delete()
    assert len(keepers()) == 1, "the contact is still there"


def test_nobody_is_taken_for_a_contact_with_an_address_of_its_own(hers: Client, circle: Asset) -> None:
    Contact.objects.update(email="vera@tenterclough.example")
    say(hers, circle, way="telephone", me="yes")
    assert not KnownAs.objects.exists()


def test_by_the_link_of_the_message_too(circle: Asset, asked: Callable[[], str]) -> None:
    browser, link = Client(), asked()
    browser.post(link, {"listing": circle.uuid, "answer": "change"})
    assert "From now on we ask like that." in say(browser, circle, way="telephone")
    assert row_of(circle).prefers == "telephone"
    assert not KnownAs.objects.exists(), "without an account nobody is anybody"


@pytest.mark.parametrize(
    "told", [{"way": "pigeon"}, {"way": "telephone", "time": "midnight"}, {"contact": "0"}, {"contact": "x"}]
)
def test_what_is_no_way_is_not_found(hers: Client, circle: Asset, told: dict[str, str]) -> None:
    given = {"contact": row_of(circle).pk, "way": "telephone"} | told
    assert hers.post(f"/my-listings/{circle.uuid}/way/", given).status_code == 404
    assert row_of(circle).prefers == ""


def test_of_another_listing_nothing_is_reached(hers: Client, circle: Asset) -> None:
    other = ContactFactory(asset=AssetFactory(), phone="01632 960 778")
    for uuid in (circle.uuid, other.asset.uuid):
        answer = hers.post(f"/my-listings/{uuid}/way/", {"contact": other.pk, "way": "telephone"})
        assert answer.status_code == 404
    other.refresh_from_db()
    assert other.prefers == ""


@pytest.mark.parametrize("visibility", ["partner", "internal"])
def test_a_contact_that_not_everybody_sees_is_not_theirs_to_change(
    hers: Client, circle: Asset, visibility: str
) -> None:
    Contact.objects.update(visibility=visibility)
    row = row_of(circle)
    page = hers.get(f"/my-listings/{circle.uuid}/").content.decode()
    assert "How we ask you" not in page
    answer = hers.post(f"/my-listings/{circle.uuid}/way/", {"contact": row.pk, "way": "telephone"})
    assert answer.status_code == 404


def test_while_the_council_works_on_it_nothing_is_put(hers: Client, circle: Asset) -> None:
    Asset.objects.filter(pk=circle.pk).update(locked=True)
    assert "is locked" in say(hers, circle, way="telephone")
    assert row_of(circle).prefers == ""
