"""Stopping by one press, and what staff see: the list, previews, failures."""

from collections.abc import Callable

import pytest
from django.test import Client

from connector.accounts.models import User
from connector.notifications.actions.not_wanted import not_wanted
from connector.notifications.models import Message
from connector.notifications.recipients import person_key
from connector.notifications.sending import send_due
from tests.factories.notifications import MessageFactory
from tests.factories.users import BACKEND, UserFactory
from tests.notifications.conftest import Postman

pytestmark = pytest.mark.django_db


@pytest.fixture
def stop(put: Callable[..., Message], postman: Postman) -> str:
    """The path that stops messages, from a message that went."""
    put()
    send_due()
    return "/" + postman.taken[0].words.stop.split("/", 3)[3]


def refused(user: User, kind: str = "try") -> str | None:
    return not_wanted(person_key(user.email), kind)


PRESSES = {
    "these": ({"stop": "kind"}, "asked", None),
    "all": ({"stop": "all"}, "asked", "asked"),
    "a mail program": ({"List-Unsubscribe": "One-Click"}, "asked", None),
}


@pytest.mark.parametrize(("press", "these", "others"), PRESSES.values(), ids=PRESSES)
def test_one_press_and_they_stop(
    client: Client, maureen: User, stop: str, press: dict[str, str], these: str | None, others: str | None
) -> None:
    assert "Stop these messages" in client.get(stop).content.decode()
    assert refused(maureen) is None
    for _ in range(2):
        assert client.post(stop, press).status_code == 200
    assert (refused(maureen), refused(maureen, "other")) == (these, others)
    assert "again" in client.get(stop).content.decode()


def test_and_may_begin_again(client: Client, maureen: User, stop: str) -> None:
    client.post(stop, {"stop": "kind"})
    client.post(stop, {"stop": "all"})
    client.post(stop, {"again": "all"})
    assert refused(maureen) == "asked"
    assert "You will get them again." in client.post(stop, {"again": "kind"}).content.decode()
    assert refused(maureen) is None


def test_who_is_gone_is_told_so(client: Client, maureen: User, stop: str) -> None:
    maureen.delete()
    assert client.get(stop).status_code == 200
    assert "We write to that address no longer." in client.post(stop, {"stop": "all"}).content.decode()


@pytest.fixture
def connector() -> Client:
    browser = Client()
    browser.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    return browser


def test_staff_see_what_was_sent_to_whom(connector: Client, maureen: User, stop: str) -> None:
    page = connector.get("/admin/snippets/notifications/message/").content.decode()
    assert "maureen@tenterclough.example" in page
    assert "About trying" in page


def test_staff_see_what_it_looks_like(connector: Client, stop: str) -> None:
    assert "About trying" in connector.get("/admin/messages/").content.decode()
    page = connector.get("/admin/messages/try/").content.decode()
    assert "Hello Maureen" in page
    assert "Is &lt;Sewing&gt; right?" in page
    assert 'srcdoc="&lt;!doctype' in page
    assert connector.get("/admin/messages/none/").status_code == 404


def test_staff_send_again_what_failed(connector: Client, stop: str) -> None:
    failed = MessageFactory(state=Message.State.FAILED, doubtful=True, reason="It may have gone.")
    assert "ask them before you send it again" in connector.get("/admin/messages/").content.decode()
    assert connector.get(f"/admin/messages/{failed.pk}/again/").status_code == 405
    for _ in range(2):
        connector.post(f"/admin/messages/{failed.pk}/again/")
    failed.refresh_from_db()
    assert (failed.state, failed.doubtful) == (Message.State.WAITING, False)


def test_how_sending_does_stands_with_how_search_does(connector: Client, up_to_date: Callable[[], None]) -> None:
    up_to_date()
    MessageFactory()
    assert "1 message waits." in connector.get("/admin/reports/search/").content.decode()


@pytest.mark.parametrize("role", ["Workers", "Group editors", "Managers"])
def test_nobody_else_sees_any(role: str) -> None:
    browser = Client()
    browser.force_login(UserFactory(role=role), backend=BACKEND)
    for path in ("/admin/messages/", "/admin/messages/try/", "/admin/snippets/notifications/message/"):
        assert browser.get(path).status_code in {302, 403}
