"""Where somebody is signed in: what is kept of it, ending others, and what a new password does to them."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from connector.accounts.browser_names import browser_name
from connector.accounts.models import User
from connector.accounts.sessions import network_of
from tests.accounts.authenticator import sign_in
from tests.factories.users import PASSWORD, UserFactory

WHERE = "/account/where/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E Safari/604.1"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
CHROME = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"


@pytest.fixture
def colin(db: None) -> User:
    return UserFactory(email="colin@tenterclough.example", role="Managers")


def opened(user: User, said: str = FIREFOX, address: str = "198.51.100.77") -> Client:
    client = Client(headers={"User-Agent": said}, REMOTE_ADDR=address)
    sign_in(client, user, PASSWORD)
    return client


def is_in(client: Client) -> bool:
    return client.get(WHERE).status_code == 200


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (FIREFOX, "Firefox on Windows"),
        (SAFARI, "Safari on an iPhone"),
        (EDGE, "Edge on Windows"),
        (CHROME, "Chrome on Android"),
        ("curl/8", "A browser"),
        ("", "A browser"),
    ],
)
def test_a_browser_has_a_name(said: str, name: str) -> None:
    assert browser_name(said) == name


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.77", "198.51.100.0"),
        ("2001:db8:1234:5678::9", "2001:db8:1234::"),
        ("::1", "::"),
    ],
)
def test_of_an_address_the_network_is_kept(address: str, network: str) -> None:
    assert network_of(address) == network


def test_the_list_says_what_one_knows_again_and_no_more(colin: User) -> None:
    page = opened(colin).get(WHERE).content.decode()
    assert "Firefox on Windows" in page
    row = UserSession.objects.get()
    assert (row.ip, row.user_agent) == ("198.51.100.0", "Firefox on Windows")


def test_one_other_is_ended(colin: User) -> None:
    phone, desk, lost = opened(colin, SAFARI), opened(colin), opened(colin, CHROME)
    row = UserSession.objects.get(user_agent="Chrome on Android")
    phone.post(WHERE, {"session": row.pk})
    assert [is_in(each) for each in (phone, desk, lost)] == [True, True, False]


def test_all_others_are_ended(colin: User) -> None:
    here, one, two = opened(colin), opened(colin, SAFARI), opened(colin, EDGE)
    here.post(WHERE)
    assert [is_in(each) for each in (here, one, two)] == [True, False, False]


def test_nobody_ends_somebody_elses(colin: User) -> None:
    theirs = opened(UserFactory(email="dawn@tenterclough.example"))
    row = UserSession.objects.get()
    mine = opened(colin)
    for session in (row.pk, "x", "-1"):
        mine.post(WHERE, {"session": session})
    mine.post(WHERE)
    assert is_in(theirs)


def test_a_new_password_ends_the_others(colin: User) -> None:
    here, there = opened(colin), opened(colin, SAFARI)
    words = {"oldpassword": PASSWORD, "password1": "three-lamps-and-a-kettle", "password2": "three-lamps-and-a-kettle"}
    assert here.post("/account/password/", words).status_code == 302
    assert [is_in(here), is_in(there)] == [True, False]
    assert UserSession.objects.count() == 1


def test_what_ran_out_is_forgotten(colin: User) -> None:
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False) as clock:
        opened(colin)
        clock.shift(timedelta(days=2))
        opened(UserFactory(email="dawn@tenterclough.example"))
    assert UserSession.objects.count() == Session.objects.count() == 1
