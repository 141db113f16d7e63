"""The switch on a group's own page and on the page that asks if it is right; "I was there" of a worker."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client

from cms.models import Asset, Editorship, Kind
from connector.accounts.models import User
from connector.evidence.models import AskAfter, Evidence
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from tests.evidence.conftest import link_in
from tests.factories.assets import AssetFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
WEDNESDAY = date(2026, 12, 2)


def browser_of(user: User) -> Client:
    browser = Client()
    browser.force_login(user, backend=BACKEND)
    return browser


@pytest.fixture
def worker(db: None) -> Client:
    return browser_of(UserFactory(role="Workers"))


def there(browser: Client, asset: Asset, pressed: str = "there", day: date = WEDNESDAY):  # type: ignore[no-untyped-def]
    return browser.post(f"/listing/{asset.uuid}/i-was-there/", {"day": day.isoformat(), "press": pressed})


def test_one_tap_on_her_own_page_and_one_tap_off(circle: Asset, maureen: User) -> None:
    browser, path = browser_of(maureen), f"/my-listings/{circle.uuid}/"
    page = browser.get(path).content.decode()
    assert "Ask me by e-mail" in page
    assert "Ask me by text" in page
    assert not AskAfter.objects.exists()
    for ask, kept in (("email", ("email", False)), ("each", ("email", True)), ("text", ("text", False))):
        assert browser.post(f"{path}after-sessions/", {"ask": ask}).status_code == 302
        row = AskAfter.objects.get()
        assert (row.channel, row.each_time) == kept
    browser.post(f"{path}after-sessions/", {"ask": "off"})
    assert not AskAfter.objects.exists()


def test_nobody_switches_it_on_for_another_group(circle: Asset, maureen: User) -> None:
    browser = browser_of(maureen)
    Editorship.objects.all().delete()
    assert browser.post(f"/my-listings/{circle.uuid}/after-sessions/", {"ask": "email"}).status_code == 404
    assert Client().post(f"/my-listings/{circle.uuid}/after-sessions/", {"ask": "email"}).status_code == 302
    assert not AskAfter.objects.exists()


def test_one_tap_on_the_page_that_asks_if_it_is_right(
    circle: Asset, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("connector.stewardship.asking.last_day", lambda person, month, today: WEDNESDAY)
    ask_due(WEDNESDAY)
    send_due()
    path = link_in(mail.outbox[0].body)
    assert "Ask me after sessions if it ran" in client.get(path).content.decode()
    assert not AskAfter.objects.exists()
    client.post(path, {"listing": str(circle.uuid), "more": "after sessions"})
    assert AskAfter.objects.get().asset == circle
    assert "Don’t ask me after sessions any more" in client.get(path).content.decode()
    client.post(path, {"listing": str(circle.uuid), "more": "something else"})
    assert Asset.objects.get(pk=circle.pk).confirmed_on is None
    client.post(path, {"listing": str(circle.uuid), "more": "after sessions"})
    assert not AskAfter.objects.exists()


def test_a_worker_was_there_and_takes_it_back(circle: Asset, worker: Client) -> None:
    page = worker.get(circle.get_absolute_url()).content.decode()
    assert "I was there today" in page
    for _ in range(2):
        assert there(worker, circle).status_code == 302
    row = Evidence.objects.get()
    assert (row.on, row.ran, row.who, row.how) == (WEDNESDAY, True, "worker", "page")
    assert Asset.objects.get(pk=circle.pk).ran_on == WEDNESDAY
    assert "You said that you were there today" in worker.get(circle.get_absolute_url()).content.decode()
    there(worker, circle, "undo")
    assert not Evidence.objects.exists()
    assert Asset.objects.get(pk=circle.pk).ran_on is None


def test_taking_it_back_leaves_what_others_said(circle: Asset, worker: Client) -> None:
    there(worker, circle)
    there(browser_of(UserFactory(role="Workers")), circle)
    there(worker, circle, "undo")
    assert Evidence.objects.count() == 1
    assert Asset.objects.get(pk=circle.pk).ran_on == WEDNESDAY


@pytest.mark.parametrize("day", [WEDNESDAY + timedelta(days=1), WEDNESDAY - timedelta(days=7), date(2020, 1, 1)])
def test_only_of_its_last_session(circle: Asset, worker: Client, day: date) -> None:
    there(worker, circle, day=day)
    assert not Evidence.objects.exists()


def test_before_a_session_has_begun_it_is_the_one_before(circle: Asset, worker: Client) -> None:
    circle.sessions.update(days=["TH"])
    assert "I was there last Thursday" in worker.get(circle.get_absolute_url()).content.decode()


def _loses_the_role(user: User) -> None:
    user.groups.clear()


def _closes(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


@pytest.mark.parametrize("happens", [_loses_the_role, _closes])
def test_a_worker_no_more(circle: Asset, happens: Callable[[User], None]) -> None:
    user = UserFactory(role="Workers")
    browser = browser_of(user)
    happens(user)
    assert there(browser, circle).status_code in (302, 403)
    assert not Evidence.objects.exists()


def test_everybody_else_sees_no_button(circle: Asset, client: Client, maureen: User) -> None:
    for browser in (client, browser_of(maureen)):
        assert "I was there" not in browser.get(circle.get_absolute_url()).content.decode()
        there(browser, circle)
    assert browser_of(UserFactory(role="Workers")).get(f"/listing/{circle.uuid}/i-was-there/").status_code == 405
    assert not Evidence.objects.exists()


def test_a_match_and_a_search_show_it_and_staff_see_who_and_how(circle: Asset, worker: Client) -> None:
    there(worker, circle)
    staff = browser_of(UserFactory(role="Connectors"))
    page = staff.get(f"/admin/snippets/cms/asset/edit/{circle.pk}/").content.decode()
    assert "it ran. Said by a worker who was there, on its page." in page
    assert "02/12/2026" in staff.get("/admin/snippets/cms/asset/").content.decode()


def test_without_times_a_worker_says_today(worker: Client) -> None:
    asset = AssetFactory(name="Reading room")
    assert "I was there today" in worker.get(asset.get_absolute_url()).content.decode()
    SessionFactory(asset=asset, days=["MO"], first=date(2027, 1, 4))
    assert "I was there" not in worker.get(asset.get_absolute_url()).content.decode()


def test_nobody_was_there_where_somebody_offers_something(worker: Client) -> None:
    offer = AssetFactory(name="Bread with your own hands", kind=Kind.OFFER)
    page = worker.get(offer.get_absolute_url())
    assert page.status_code == 200
    assert "I was there" not in page.content.decode()
    there(worker, offer)
    assert not Evidence.objects.exists()
