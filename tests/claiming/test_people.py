"""Who keeps a listing with whom: added, handed over, taken off, left; rights end at once, in open forms too."""

import pytest
from django.test import Client

from cms.models import Asset, Editorship
from connector.accounts.models import User
from connector.notifications.sending import send_due
from tests.factories.assets import AssetFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def circle() -> Asset:
    return AssetFactory(name="Sewing circle", room="room")


@pytest.fixture
def maureen(circle: Asset) -> User:
    user = UserFactory(first_name="Maureen", role="Group editors")
    EditorshipFactory(user=user, asset=circle, lead=True)
    return user


@pytest.fixture
def vera(circle: Asset, maureen: User) -> User:
    user = UserFactory(first_name="Vera", role="Group editors")
    EditorshipFactory(user=user, asset=circle)
    return user


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def people(asset: Asset) -> str:
    return f"/my-listings/{asset.uuid}/people/"


def row(user: User) -> Editorship:
    return Editorship.objects.get(user=user)


def test_the_lead_adds_somebody_who_had_no_account(circle: Asset, maureen: User, mailoutbox) -> None:
    given = {"do": "add", "name": "Ann", "email": "Ann@Home.example"}
    browser(maureen).post(people(circle), given)
    send_due()
    ann = User.objects.get(email="ann@home.example")
    assert not row(ann).lead
    assert mailoutbox[-1].to == ["ann@home.example"]
    assert browser(ann).get(f"/my-listings/{circle.uuid}/").status_code == 200
    browser(maureen).post(people(circle), given)
    send_due()
    assert Editorship.objects.count() == 2
    assert len(mailoutbox) == 1, "once"


def test_the_lead_goes_over_and_there_is_one(circle: Asset, maureen: User, vera: User) -> None:
    browser(maureen).post(people(circle), {"do": "lead", "row": row(vera).pk})
    assert (row(maureen).lead, row(vera).lead) == (False, True)
    assert browser(maureen).post(people(circle), {"do": "remove", "row": row(vera).pk}).status_code == 403


def test_who_leaves_hands_over_by_it(circle: Asset, maureen: User, vera: User) -> None:
    browser(maureen).post(people(circle), {"do": "leave"})
    assert not Editorship.objects.filter(user=maureen).exists()
    assert row(vera).lead


def test_the_last_one_does_not_leave_it_alone(circle: Asset, maureen: User) -> None:
    page = browser(maureen).post(people(circle), {"do": "leave"}, follow=True).content.decode()
    assert "You are the only one" in page
    assert row(maureen)


@pytest.mark.parametrize("do", ["add", "lead", "remove"])
def test_only_the_lead_changes_others(circle: Asset, maureen: User, vera: User, do: str) -> None:
    given = {"do": do, "row": row(maureen).pk, "name": "Eve", "email": "eve@home.example"}
    assert browser(vera).post(people(circle), given).status_code == 403
    assert {each.user for each in Editorship.objects.all()} == {maureen, vera}
    assert row(maureen).lead


def test_addresses_are_for_the_lead(circle: Asset, maureen: User, vera: User) -> None:
    assert vera.email in browser(maureen).get(people(circle)).content.decode()
    page = browser(vera).get(people(circle)).content.decode()
    assert "Maureen" in page
    assert maureen.email not in page


def test_rights_end_at_once_in_open_forms_too(circle: Asset, maureen: User, vera: User) -> None:
    hers = browser(vera)
    hers.post(f"/my-listings/{circle.uuid}/room/", {"room": "full"})
    version = hers.get(f"/my-listings/{circle.uuid}/check/").context["version"]
    browser(maureen).post(people(circle), {"do": "remove", "row": row(vera).pk})
    late = hers.post(f"/my-listings/{circle.uuid}/check/", {"version": version})
    assert late.status_code == 404
    assert Asset.objects.get().room == "room"
    for path in ("", "room/", "people/", "answer/"):
        assert hers.post(f"/my-listings/{circle.uuid}/{path}", {"room": "full"}).status_code in {404, 405}


def test_somebody_elses_rows_are_out_of_reach(circle: Asset, maureen: User) -> None:
    other = EditorshipFactory()
    assert browser(maureen).post(people(circle), {"do": "remove", "row": other.pk}).status_code == 404
    assert browser(maureen).get(people(other.asset)).status_code == 404
    assert browser(maureen).post(people(circle), {"do": "remove", "row": "x"}).status_code == 404
    assert Editorship.objects.filter(pk=other.pk).exists()
