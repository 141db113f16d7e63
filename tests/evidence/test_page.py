"""Four buttons through one link: pressed twice, slipped, ended, taken away, opened by a machine."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.models import Asset, Editorship
from connector.accounts.models import User
from connector.evidence.asking import ABOUT
from connector.evidence.message import PURPOSE
from connector.evidence.models import AskAfter, Evidence
from connector.links.actions.revoke_links import revoke_links
from connector.links.models import Link
from tests.factories.assets import AssetFactory, ContactFactory

pytestmark = pytest.mark.django_db
Ask = Callable[[], str]
WEDNESDAY = date(2026, 12, 2)


def press(client: Client, path: str, asset: Asset, answer: str):  # type: ignore[no-untyped-def]
    return client.post(path, {"listing": str(asset.uuid), "answer": answer})


def fresh(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_mail_scanner_that_opens_it_changes_nothing(client: Client, asked: Ask, circle: Asset, method: str) -> None:
    path = asked()
    with CaptureQueriesContext(connection) as queries:
        assert getattr(client, method)(path).status_code == 200
    assert [each["sql"] for each in queries if each["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}] == []
    assert not Evidence.objects.exists()
    assert "sessionid" not in client.cookies


def test_the_page_has_four_buttons_and_no_other_listing(client: Client, asked: Ask) -> None:
    AssetFactory(name="Lunch Club")
    page = client.get(asked()).content.decode()
    for words in (
        "Hello Maureen",
        "Weavers Fold Sewing Circle, today",
        "It ran",
        "It didn’t",
        "We’re full",
        "We’ve room",
    ):
        assert words in page
    assert "Lunch Club" not in page


def test_it_ran_is_shown_everywhere_and_confirms_nothing(
    client: Client, asked: Ask, circle: Asset, clock: object
) -> None:
    path = asked()
    for _ in range(2):
        assert press(client, path, circle, "ran").status_code == 302
    row = Evidence.objects.get()
    assert (row.asset, row.on, row.ran, row.who, row.how) == (circle, WEDNESDAY, True, "leader", "email")
    assert (fresh(circle).ran_on, fresh(circle).confirmed_on) == (WEDNESDAY, None)
    assert "You said that it ran" in client.get(path).content.decode()
    assert "Ran today. Nobody has said yet" in client.get(circle.get_absolute_url()).content.decode()
    clock.shift(timedelta(days=6))  # type: ignore[attr-defined]
    assert "Ran last Wednesday." in client.get(circle.get_absolute_url()).content.decode()


def test_a_slip_is_put_right_by_the_other_button(client: Client, asked: Ask, circle: Asset) -> None:
    path = asked()
    press(client, path, circle, "ran")
    press(client, path, circle, "not")
    assert Evidence.objects.get().ran is False
    assert fresh(circle).ran_on is None
    assert "that it didn’t run" in client.get(path).content.decode()


def test_full_and_room_keep_the_listing_and_do_not_say_that_it_ran(client: Client, asked: Ask, circle: Asset) -> None:
    path = asked()
    for answer in ("full", "full"):
        press(client, path, circle, answer)
    assert (fresh(circle).room, fresh(circle).ran_on) == ("full", None)
    change = fresh(circle).changes.get()
    assert change.sender.first_name == "Maureen"
    press(client, path, circle, "ran")
    press(client, path, circle, "room")
    assert fresh(circle).room == "room"
    row = Evidence.objects.get()
    assert (row.ran, row.room) == (True, "room")


def test_a_waiting_list_stays_one_and_keeps_its_words(client: Client, asked: Ask, circle: Asset) -> None:
    Asset.objects.filter(pk=circle.pk).update(room="waiting", waiting_words="six weeks")
    press(client, asked(), circle, "full")
    assert (fresh(circle).room, fresh(circle).waiting_words) == ("waiting", "six weeks")
    assert not fresh(circle).changes.exists()


def test_while_the_council_works_on_it_the_answer_is_kept_and_the_room_waits(
    client: Client, asked: Ask, circle: Asset
) -> None:
    path = asked()
    Asset.objects.filter(pk=circle.pk).update(locked=True)
    answer = press(client, path, circle, "full")
    assert answer.status_code == 423
    assert "working on the page" in answer.content.decode()
    assert (fresh(circle).room, Evidence.objects.get().room) == ("unknown", "full")


LOST = {
    "keeps it no more": lambda circle: (Editorship.objects.all().delete(), circle.contacts.all().delete()),
    "account closed": lambda circle: User.objects.update(is_active=False),
    "withdrawn": lambda circle: Asset.objects.filter(pk=circle.pk).update(live=False),
}


@pytest.mark.parametrize("happens", LOST.values(), ids=LOST)
@pytest.mark.parametrize("answer", ["ran", "not", "full", "room"])
def test_who_lost_the_right_a_second_ago_says_nothing(
    client: Client, asked: Ask, circle: Asset, happens: Callable[[Asset], object], answer: str
) -> None:
    path = asked()
    happens(circle)
    assert press(client, path, circle, answer).status_code == 409
    assert not Evidence.objects.exists()
    assert "Sewing Circle" not in client.get(path).content.decode()


def _revoke() -> None:
    link = Link.objects.get(purpose=PURPOSE)
    revoke_links(purpose=PURPOSE, about=(ABOUT, link.object_id), now=timezone.now())


ENDS = {
    "after two weeks": lambda clock: clock.shift(timedelta(days=14)),
    "when it is taken back": lambda clock: _revoke(),
}


@pytest.mark.parametrize("happens", ENDS.values(), ids=ENDS)
def test_a_link_that_ended_does_nothing(
    client: Client, asked: Ask, circle: Asset, clock: object, happens: Callable[[object], object]
) -> None:
    path = asked()
    happens(clock)
    assert press(client, path, circle, "ran").status_code == 410
    assert fresh(circle).ran_on is None


def test_a_stolen_link_opens_no_other_listing_nor_day(client: Client, asked: Ask, circle: Asset) -> None:
    path, other = asked(), AssetFactory(name="Lunch Club")
    assert press(client, path, other, "ran").status_code == 409
    assert client.post(path, {"listing": "x", "answer": "ran"}).status_code == 409
    client.post(path, {"listing": str(circle.uuid), "answer": "ran", "on": "2020-01-01"})
    assert [row.on for row in Evidence.objects.all()] == [WEDNESDAY]


def test_no_more_and_each_time_from_the_page(client: Client, asked: Ask, circle: Asset) -> None:
    path = asked()
    press(client, path, circle, "each")
    assert AskAfter.objects.get().each_time
    press(client, path, circle, "stop")
    assert not AskAfter.objects.exists()
    assert "We don’t ask you after this one any more." in client.get(path).content.decode()


def test_a_draft_that_waits_does_not_undo_a_run(client: Client, asked: Ask, circle: Asset) -> None:
    circle.summary = "Sewing, and tea"
    circle.save_revision()
    press(client, asked(), circle, "ran")
    fresh(circle).get_latest_revision().publish()
    assert (fresh(circle).summary, fresh(circle).ran_on) == ("Sewing, and tea", WEDNESDAY)


def test_a_contact_without_an_account(client: Client, asked: Ask) -> None:
    from connector.evidence.actions.ask_after import switch_on
    from connector.evidence.asking import do_day
    from connector.notifications.recipients import CONTACT, reference
    from connector.notifications.sending import send_due
    from tests.evidence.conftest import link_in
    from tests.factories.schedules import SessionFactory

    quilters = AssetFactory(name="Low Moor Quilters")
    SessionFactory(asset=quilters, days=["WE"])
    jo = ContactFactory(asset=quilters, name="Jo", email="jo@tenterclough.example")
    assert switch_on(recipient=reference(CONTACT, jo.pk), asset=quilters)
    do_day(WEDNESDAY)
    send_due()
    message = next(each for each in mail.outbox if each.to == ["jo@tenterclough.example"])
    press(client, link_in(message.body), quilters, "full")
    assert fresh(quilters).room == "unknown"
    assert fresh(quilters).current_workflow_state is not None
    assert "A connector looks at that first." in client.get(link_in(message.body)).content.decode()
    assert "Jo" not in str(Evidence.objects.values().get())
