"""What somebody sees and does through the link: right, changed, stopped; tapped twice, stolen, ended, taken away."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.models import Asset, Editorship
from connector.accounts.models import User
from connector.links.actions.revoke_links import revoke_links
from connector.links.models import Link
from connector.stewardship.asking import ABOUT
from connector.stewardship.message import PURPOSE
from connector.stewardship.models import Asked, Task, TimeOfYear
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
Ask = Callable[[], str]


def press(client: Client, path: str, asset: Asset, answer: str, **more: str):  # type: ignore[no-untyped-def]
    return client.post(path, {"listing": str(asset.uuid), "answer": answer, **more})


def confirmations(asset: Asset) -> int:
    return ModelLogEntry.objects.filter(action="cms.confirm", object_id=str(asset.pk)).count()


def fresh(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def test_the_page_shows_five_facts_and_looking_changes_nothing(client: Client, circle: Asset, asked: Ask) -> None:
    path = asked()
    with CaptureQueriesContext(connection) as queries:
        page = client.get(path).content.decode()
    assert [each["sql"] for each in queries if each["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}] == []
    for words in ("Hello Maureen", "What", "When", "Where", "Cost", "Ask", "01632 960 014", "Wednesday", "Wed 2 Dec"):
        assert words in page
    assert fresh(circle).confirmed_on is None
    assert "sessionid" not in client.cookies


def test_still_right_by_whom_and_how_and_once(client: Client, circle: Asset, asked: Ask) -> None:
    path = asked()
    for _ in range(2):
        assert press(client, path, circle, "right").status_code == 302
    found = fresh(circle)
    assert (found.confirmed_on, found.confirmed_by) == (timezone.localdate(), "Maureen")
    assert found.confirmed_how == "by the link that we sent"
    assert confirmations(circle) == 1
    assert ModelLogEntry.objects.get(action="cms.confirm").user.first_name == "Maureen"
    assert "You said that this is right" in client.get(path).content.decode()


def test_a_contact_without_an_account_answers_too(client: Client, asked: Ask) -> None:
    asset = AssetFactory(name="Low Moor Quilters")
    ContactFactory(asset=asset, name="Jo", email="jo@tenterclough.example")
    asked()
    message = next(each for each in mail.outbox if each.to == ["jo@tenterclough.example"])
    path = "/" + next(line for line in str(message.body).splitlines() if "/link/" in line).split("/", 3)[3]
    press(client, path, asset, "right")
    assert fresh(asset).confirmed_by == "Jo"


def test_only_the_listings_that_it_is_about(client: Client, asked: Ask) -> None:
    path, other = asked(), AssetFactory(name="Somebody else's")
    for answer in ("right", "change", "stopped", "surely"):
        assert press(client, path, other, answer).status_code == 409
    assert press(client, path, other, "right", listing="x").status_code == 409
    assert fresh(other).live
    assert fresh(other).confirmed_on is None


LOST = {
    "keeps it no more": lambda path: Editorship.objects.all().delete(),
    "account closed": lambda path: User.objects.update(is_active=False),
}


@pytest.mark.parametrize("happens", LOST.values(), ids=LOST)
def test_who_lost_the_right_a_second_ago_does_nothing(
    client: Client, circle: Asset, asked: Ask, happens: Callable[[str], object]
) -> None:
    path = asked()
    press(client, path, circle, "change")
    happens(path)
    assert press(client, path, circle, "right").status_code == 409
    assert client.get(f"/my-listings/{circle.uuid}/").status_code == 302
    assert client.get(path).status_code == 200
    assert circle.name not in client.get(path).content.decode()
    assert fresh(circle).confirmed_on is None


def test_something_changed_opens_that_listing_alone_and_sends_it(
    client: Client, circle: Asset, maureen: User, asked: Ask
) -> None:
    other = AssetFactory(name="Lunch Club")
    EditorshipFactory(user=maureen, asset=other)
    path = asked()
    assert press(client, path, circle, "change").headers["Location"] == f"/my-listings/{circle.uuid}/"
    room = f"/my-listings/{circle.uuid}/room/"
    assert client.get(room).status_code == 200
    client.post(room, {"room": "full"})
    check = client.get(f"/my-listings/{circle.uuid}/check/")
    client.post(f"/my-listings/{circle.uuid}/check/", {"version": str(check.context["version"])})
    assert fresh(circle).room == "full"
    assert fresh(circle).changes.get().sender == maureen
    assert client.get(f"/my-listings/{other.uuid}/").status_code == 302
    assert client.get("/my-listings/").status_code == 302
    assert client.get("/account/safety/").status_code == 302
    assert "sessionid" in client.cookies


ENDS = {
    "after an hour": lambda clock: clock.shift(timedelta(hours=1)),
    "when the link is taken back": lambda clock: revoke_links(
        purpose=PURPOSE, about=(ABOUT, Link.objects.get(purpose=PURPOSE).object_id), now=timezone.now()
    ),
}


@pytest.mark.parametrize("happens", ENDS.values(), ids=ENDS)
def test_the_way_in_ends(
    client: Client, circle: Asset, asked: Ask, clock: object, happens: Callable[[object], object]
) -> None:
    press(client, asked(), circle, "change")
    assert client.get(f"/my-listings/{circle.uuid}/").status_code == 200
    happens(clock)
    assert client.get(f"/my-listings/{circle.uuid}/").status_code == 302


def test_a_contact_changes_it_without_a_name(client: Client, asked: Ask) -> None:
    asset = AssetFactory(name="Low Moor Quilters")
    ContactFactory(asset=asset, name="Jo", phone="01632 960 001", email="jo@tenterclough.example")
    asked()
    message = next(each for each in mail.outbox if each.to == ["jo@tenterclough.example"])
    path = "/" + next(line for line in str(message.body).splitlines() if "/link/" in line).split("/", 3)[3]
    press(client, path, asset, "change")
    client.post(f"/my-listings/{asset.uuid}/room/", {"room": "full"})
    answer = client.post(f"/my-listings/{asset.uuid}/check/", {"version": "0"})
    assert answer.status_code == 302
    state = fresh(asset).current_workflow_state
    assert state is not None
    assert state.requested_by is None


def test_we_have_stopped_is_asked_once_then_it_is_down_and_may_come_back(
    client: Client, circle: Asset, asked: Ask
) -> None:
    path = asked()
    assert "Have you stopped?" in press(client, path, circle, "stopped").content.decode()
    assert fresh(circle).live
    for _ in range(2):
        press(client, path, circle, "surely", words="The hall  closed.")
    assert not fresh(circle).live
    task = Task.objects.get()
    assert (task.what, task.words) == (Task.What.WITHDRAWN, "The hall closed.")
    assert "The hall closed." in str(ModelLogEntry.objects.get(action="cms.withdraw").data)
    assert "People no longer see it." in client.get(path).content.decode()
    press(client, path, circle, "right")
    assert fresh(circle).confirmed_on is None
    staff = Client()
    staff.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    listed = staff.get("/admin/snippets/stewardship/task/").content.decode()
    assert "The hall closed." in listed
    address = f"/admin/listings-to-see-to/{task.pk}/"
    assert "Put it live again" in staff.get(address).content.decode()
    for _ in range(2):
        staff.post(address, {"press": "back"})
    assert fresh(circle).live
    assert fresh(circle).sessions.count() == 1
    task.refresh_from_db()
    assert task.done_by is not None


HANDED = {
    "others keep it too": lambda circle: EditorshipFactory(asset=circle),
    "the council works on it": lambda circle: Asset.objects.filter(pk=circle.pk).update(locked=True),
}


@pytest.mark.parametrize("before", HANDED.values(), ids=HANDED)
def test_else_a_connector_looks_first(
    client: Client, circle: Asset, asked: Ask, before: Callable[[Asset], object]
) -> None:
    path = asked()
    before(circle)
    press(client, path, circle, "surely")
    assert fresh(circle).live
    assert Task.objects.get().what == Task.What.STOPPED
    staff = Client()
    staff.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    staff.post(f"/admin/listings-to-see-to/{Task.objects.get().pk}/", {"press": "done"})
    assert "Weavers" not in staff.get("/admin/snippets/stewardship/task/").content.decode().split("<main")[1]


@pytest.mark.parametrize("alone", [True, False], ids=["alone", "with others"])
def test_a_group_says_on_its_own_page_that_it_has_stopped(
    client: Client, circle: Asset, maureen: User, alone: bool
) -> None:
    if not alone:
        EditorshipFactory(asset=circle)
    client.force_login(maureen, backend=BACKEND)
    home = f"/my-listings/{circle.uuid}/"
    assert f"{home}stopped/" in client.get(home).content.decode()
    assert "Have you stopped?" in client.get(f"{home}stopped/").content.decode()
    assert fresh(circle).live, "looking changes nothing"
    page = client.post(f"{home}stopped/", {"words": "The hall was sold."}, follow=True).content.decode()
    assert ("People no longer see it." in page) is alone
    assert fresh(circle).live is not alone
    task = Task.objects.get()
    assert (task.what, task.words) == (Task.What.WITHDRAWN if alone else Task.What.STOPPED, "The hall was sold.")
    assert (client.get(f"{home}stopped/").status_code == 404) is alone


def test_two_editors_at_once_neither_undoes_the_other(client: Client, circle: Asset, asked: Ask) -> None:
    """Each has a link of their own; one confirms while the other has stopped: a connector looks."""
    vera = UserFactory(first_name="Vera")
    EditorshipFactory(user=vera, asset=circle)
    asked()
    assert len(mail.outbox) == 2
    paths = {}
    for message in mail.outbox:
        line = next(line for line in str(message.body).splitlines() if "/link/" in line)
        paths[message.to[0]] = "/" + line.split("/", 3)[3]
    press(client, paths[vera.email], circle, "right")
    press(client, paths["maureen@tenterclough.example"], circle, "surely")
    assert fresh(circle).live
    assert fresh(circle).confirmed_by == "Vera"
    assert Task.objects.get().what == Task.What.STOPPED


def test_they_choose_their_month(client: Client, circle: Asset, asked: Ask) -> None:
    path = asked()
    assert "We ask in November and May." in client.get(path).content.decode()
    client.post(path, {"month": "2"})
    assert TimeOfYear.objects.get().month == 2
    client.post(path, {"month": "13"})
    assert TimeOfYear.objects.get().month == 2
    assert "We ask in February and August." in client.get(path).content.decode()


def test_a_message_that_was_sent_on_is_stopped_with_its_person(client: Client, circle: Asset, asked: Ask) -> None:
    """Whoever holds the link may answer, until it is taken back or ends."""
    path = asked()
    Link.objects.filter(purpose=PURPOSE).update(expires_at=timezone.now() + timedelta(seconds=0, microseconds=1))
    Link.objects.filter(purpose=PURPOSE).update(made_at=timezone.now() - timedelta(days=1), expires_at=timezone.now())
    assert press(client, path, circle, "right").status_code == 410
    assert fresh(circle).confirmed_on is None
    assert not Asked.objects.exclude(answer="").exists()
