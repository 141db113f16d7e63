"""Shutting sign-in after wrong passwords, through the real form: when, for whom, for how long, and what is kept."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.test import Client
from pytest_django import Settings

from connector.accounts.models import User
from tests.factories.council import CouncilFactory
from tests.factories.users import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
WRONG = "not-her-password"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def dawn() -> User:
    return UserFactory(email="dawn@tenterclough.example", role="Connectors")


def test_five_wrong_passwords_shut_the_door(client: Client, dawn: User) -> None:
    CouncilFactory(phone="01632 960 100")
    answers = [_try(client, dawn) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    page = answers[4].content.decode()
    assert "after 12.15pm" in page
    assert "01632 960 100" in page
    assert "Send me a code" in page
    assert dawn.email not in page


def test_the_right_password_does_not_open_it_either(client: Client, dawn: User) -> None:
    _shut(client, dawn)
    assert _try(client, dawn, PASSWORD).status_code == 429
    assert "_auth_user_id" not in client.session


def test_it_opens_when_it_said(client: Client, dawn: User, clock: time_machine.Traveller) -> None:
    _shut(client, dawn)
    clock.shift(timedelta(minutes=10))
    assert "after 12.15pm" in _try(client, dawn).content.decode(), "trying meanwhile does not make it longer"
    clock.shift(timedelta(minutes=5, seconds=1))
    assert _try(client, dawn, PASSWORD).status_code == 302


def test_four_wrong_ones_and_the_right_one_start_anew(client: Client, dawn: User) -> None:
    for _ in range(4):
        _try(client, dawn)
    assert _try(client, dawn, PASSWORD).status_code == 302
    client.post("/account/logout/")
    assert _try(client, dawn).status_code == 200
    assert AccessAttempt.objects.get().failures_since_start == 1


def test_small_and_capital_letters_are_one_address(client: Client, dawn: User) -> None:
    for address in ("dawn@tenterclough.example", "DAWN@tenterclough.example", " Dawn@Tenterclough.Example ") * 2:
        last = client.post("/account/login/", {"login": address, "password": WRONG})
    assert last.status_code == 429


def test_nobody_can_shut_somebody_else_out(client: Client, dawn: User) -> None:
    _shut(client, dawn)
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert _try(elsewhere, dawn, PASSWORD).status_code == 302
    other = UserFactory(role="Managers")
    assert _try(client, other, PASSWORD).status_code == 302


def test_an_address_without_an_account_is_shut_alike(client: Client) -> None:
    answers = [client.post("/account/login/", {"login": "x@y.example", "password": WRONG}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]


def test_a_code_still_lets_her_in_and_opens_the_door(
    client: Client, dawn: User, newest_code: Callable[[], str]
) -> None:
    _shut(client, dawn)
    client.post("/account/login/code/", {"email": dawn.email})
    assert client.post("/account/login/code/confirm/", {"code": newest_code()})["Location"] == "/admin/"
    client.post("/account/logout/")
    assert _try(client, dawn, PASSWORD).status_code == 302


def test_behind_a_proxy_it_is_the_person_not_the_proxy(dawn: User, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    near, far = (Client(headers={"x-forwarded-for": f"203.0.113.9, 192.0.2.{n}"}) for n in (1, 2))
    _shut(near, dawn)
    assert _try(far, dawn, PASSWORD).status_code == 302


def test_what_is_kept_of_a_failed_try(dawn: User) -> None:
    client = Client(headers={"user-agent": "Somebody’s very own browser/1.0", "accept": "text/html;q=0.9"})
    client.post("/account/login/?next=/listings/", {"login": dawn.email, "password": WRONG, "next": "/listings/"})
    kept = AccessAttempt.objects.get()
    assert (kept.username, kept.ip_address, kept.attempt_time) == (dawn.email, "127.0.0.1", NOON)
    assert (kept.get_data, kept.post_data, kept.user_agent, kept.http_accept) == ("", "", "", "")
    assert not AccessFailureLog.objects.exists()


def test_nothing_is_kept_of_who_came_in(client: Client, dawn: User) -> None:
    _try(client, dawn, PASSWORD)
    client.post("/account/logout/")
    assert not AccessAttempt.objects.exists()
    assert not AccessLog.objects.exists()


def test_next_is_not_lost_by_a_wrong_password(client: Client, dawn: User) -> None:
    page = client.post("/account/login/", {"login": dawn.email, "password": WRONG, "next": "/listings/"})
    assert 'name="next" value="/listings/"' in page.content.decode()
    assert dawn.email in page.content.decode(), "and what she typed is there"
    assert WRONG not in page.content.decode()


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/done/"])
def test_wagtails_own_doors_lead_to_ours(client: Client, dawn: User, path: str) -> None:
    for answer in (client.get(path), client.post(path, {"username": dawn.email, "password": PASSWORD})):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/")
    assert "_auth_user_id" not in client.session


def test_the_admin_leads_to_sign_in_and_back(client: Client, dawn: User) -> None:
    page = client.get("/admin/", follow=True)
    assert page.redirect_chain[-1][0] == "/account/login/?next=/admin/"
    assert client.post(page.redirect_chain[-1][0], {"login": dawn.email, "password": PASSWORD})["Location"] == "/admin/"


def test_who_has_no_business_in_the_admin_is_told_so(client: Client, maureen: User) -> None:
    client.force_login(maureen)
    assert client.get("/admin/", follow=True).status_code == 403
    assert client.get("/account/login/?next=/admin/", follow=True).status_code == 403


def _try(client: Client, user: User, password: str = WRONG):
    return client.post("/account/login/", {"login": user.email, "password": password})


def _shut(client: Client, user: User) -> None:
    for _ in range(5):
        last = _try(client, user)
    assert last.status_code == 429
