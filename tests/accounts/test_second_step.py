"""The second step: no road into the product passes it by, it is asked for once, and a lost phone is no end."""

import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as Grant
from django.core import mail
from django.test import Client
from pytest_django import Settings
from wagtail.models import ModelLogEntry

from connector.accounts.actions import reset_factor
from connector.accounts.models import User
from tests.accounts.authenticator import code_at, set_up, sign_in
from tests.factories.users import BACKEND, PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SECOND = "/account/login/second-step/"
SAFETY = "/account/safety/"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def dawn() -> User:
    return UserFactory(email="dawn@tenterclough.example", first_name="Dawn", role="Connectors")


@pytest.fixture
def secret(dawn: User, django_capture_on_commit_callbacks: Callable) -> str:
    """Her app."""
    hers = Client()
    sign_in(hers, dawn, PASSWORD)
    with django_capture_on_commit_callbacks(execute=True):
        return set_up(hers)


@pytest.fixture
def enforced(settings: Settings) -> None:
    settings.CONNECTOR_STAFF_SECOND_FACTOR = True


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def by_password(client: Client, dawn: User, newest_code: Callable[[], str]) -> str:
    return client.post("/account/login/?next=/admin/", {"login": dawn.email, "password": PASSWORD})["Location"]


def by_code(client: Client, dawn: User, newest_code: Callable[[], str]) -> str:
    client.post("/account/login/code/", {"email": dawn.email})
    return client.post("/account/login/code/confirm/", {"code": newest_code()})["Location"]


def by_reset(client: Client, dawn: User, newest_code: Callable[[], str]) -> str:
    client.post("/account/password/reset/", {"email": dawn.email})
    link = re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]
    path = client.get(link, follow=True).redirect_chain[-1][0]
    words = {"password1": "three-lamps-and-a-kettle", "password2": "three-lamps-and-a-kettle"}
    client.post(path, words)
    return client.post("/account/login/", {"login": dawn.email, "password": words["password1"]})["Location"]


def by_admin_door(client: Client, dawn: User, newest_code: Callable[[], str]) -> str:
    door = client.get("/admin/")["Location"]
    client.post("/admin/login/", {"username": dawn.email, "password": PASSWORD})
    assert not signed_in(client)
    asked = client.get(door)["Location"]
    return client.post(asked, {"login": dawn.email, "password": PASSWORD, "next": "/admin/"})["Location"]


@pytest.mark.parametrize("road", [by_password, by_code, by_reset, by_admin_door])
def test_no_road_passes_it_by(
    dawn: User, secret: str, newest_code: Callable[[], str], road: Callable[..., str]
) -> None:
    client = Client()
    assert road(client, dawn, newest_code) == SECOND
    assert not signed_in(client)
    assert client.get("/admin/").status_code == client.get("/match/").status_code == 302
    assert client.post(SECOND, {"code": code_at(secret, time.time())})["Location"].startswith("/admin/")
    assert signed_in(client)
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("path", ["/django-admin/login/", "/django-admin/", "/api/auth/login", "/_util/login/"])
def test_there_is_no_other_door(dawn: User, secret: str, path: str) -> None:
    client = Client()
    client.post(path, {"username": dawn.email, "login": dawn.email, "password": PASSWORD})
    assert not signed_in(client)


def test_the_api_takes_no_password(dawn: User) -> None:
    client = Client(headers={"authorization": "Basic ZGF3bjp0ZW50ZXI="})
    assert client.get("/api/schema/").status_code == 200
    assert not signed_in(client)


@pytest.mark.usefixtures("enforced")
def test_who_must_have_one_does_nothing_before(dawn: User) -> None:
    client = Client()
    sign_in(client, dawn, PASSWORD)
    for path in ("/admin/", "/match/", "/", "/my-listings/", "/account/password/", "/admin/users/"):
        assert client.get(path)["Location"] == SAFETY, path
    refused = client.get("/api/search?q=sewing")
    assert (refused.status_code, refused["Content-Type"]) == (403, "application/problem+json")
    assert "second step" in client.get(SAFETY).content.decode()
    for path in ("/account/safety/app/", "/account/logout/", "/about/cookies/"):
        assert client.get(path).status_code == 200, path


@pytest.mark.usefixtures("enforced")
def test_and_everything_once_it_is_set_up(dawn: User, django_capture_on_commit_callbacks: Callable) -> None:
    client = Client()
    sign_in(client, dawn, PASSWORD)
    with django_capture_on_commit_callbacks(execute=True):
        set_up(client)
    assert client.get("/admin/").status_code == client.get("/match/").status_code == 200


@pytest.mark.usefixtures("enforced", "secret")
def test_a_session_that_was_opened_without_it_is_asked_for_it(dawn: User) -> None:
    client = Client()
    client.force_login(dawn, backend=BACKEND)
    assert client.get("/admin/")["Location"] == "/account/again/second-step/?next=%2Fadmin%2F"


@pytest.mark.usefixtures("enforced")
@pytest.mark.parametrize(
    ("role", "must"),
    [("Workers", True), ("Connectors", True), ("Administrators", True), ("Managers", False), ("Group editors", False)],
)
def test_for_whom_it_is_a_must(role: str, must: bool) -> None:
    client = Client()
    sign_in(client, UserFactory(email="x@tenterclough.example", role=role), PASSWORD)
    assert (client.get("/about/order/").status_code == 302) == must


@pytest.mark.usefixtures("enforced")
def test_a_group_of_the_councils_own_that_gets_into_the_admin_must_too() -> None:
    friends = Group.objects.create(name="Friends of the library")
    friends.permissions.add(Grant.objects.get(codename="access_admin"))
    client = Client()
    sign_in(client, UserFactory(email="x@tenterclough.example", role="Friends of the library"), PASSWORD)
    assert client.get("/admin/")["Location"] == SAFETY


def test_the_secret_lies_sealed(dawn: User, secret: str) -> None:
    kept = str(Authenticator.objects.values_list("data", flat=True))
    assert secret not in kept


def test_an_old_key_still_opens_what_it_sealed(dawn: User, secret: str, settings: Settings) -> None:
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-" + "k" * 50
    client = Client()
    sign_in(client, dawn, PASSWORD)
    assert client.post(SECOND, {"code": code_at(secret, time.time())}).status_code == 302


@pytest.mark.parametrize(("late", "fits"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_half_a_minute_wrong(
    dawn: User, secret: str, clock: time_machine.Traveller, late: int, fits: bool
) -> None:
    clock.shift(timedelta(minutes=5))
    client = Client()
    sign_in(client, dawn, PASSWORD)
    client.post(SECOND, {"code": code_at(secret, time.time() + late)})
    assert signed_in(client) == fits


def test_a_code_opens_once_for_as_long_as_it_fits(dawn: User, secret: str, clock: time_machine.Traveller) -> None:
    code = code_at(secret, time.time() + 30)
    tried = []
    for _ in range(2):
        client = Client()
        sign_in(client, dawn, PASSWORD)
        client.post(SECOND, {"code": code})
        tried.append(signed_in(client))
        clock.shift(timedelta(seconds=45))
    assert tried == [True, False]


def test_five_wrong_ones_shut_it_whoever_holds_the_password(
    dawn: User, secret: str, clock: time_machine.Traveller
) -> None:
    client = Client()
    sign_in(client, dawn, PASSWORD)
    answers = [client.post(SECOND, {"code": "000000"}).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    assert client.post(SECOND, {"code": code_at(secret, time.time())}).status_code == 429, (
        "the right one comes too late"
    )
    again = Client()
    sign_in(again, dawn, PASSWORD)
    assert again.post(SECOND, {"code": code_at(secret, time.time())}).status_code == 429, "and a new start helps nobody"
    clock.shift(timedelta(minutes=16))
    sign_in(again, dawn, PASSWORD)
    assert again.post(SECOND, {"code": code_at(secret, time.time())}).status_code == 302


def test_coming_in_forgives_earlier_slips(dawn: User, secret: str) -> None:
    client = Client()
    sign_in(client, dawn, PASSWORD)
    for _ in range(4):
        client.post(SECOND, {"code": "000000"})
    client.post(SECOND, {"code": code_at(secret, time.time())})
    assert signed_in(client)
    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize("address", ["dawn@tenterclough.example", "nobody@tenterclough.example"])
def test_five_wrong_codes_by_e_mail_shut_that_way_for_anybody(
    dawn: User, newest_code: Callable[[], str], address: str
) -> None:
    client, answers = Client(), []
    for _ in range(2):
        client.post("/account/login/code/", {"email": address})
        answers += [client.post("/account/login/code/confirm/", {"code": "nothing"}).status_code for _ in range(3)]
    assert answers == [200, 200, 302, 200, 429, 429], "whether or not there is such an account"
    if address == dawn.email:
        assert client.post("/account/login/code/confirm/", {"code": newest_code()}).status_code == 429


def test_a_spare_code_opens_once(dawn: User, secret: str) -> None:
    row = Authenticator.objects.get(user=dawn, type=Authenticator.Type.RECOVERY_CODES)
    code = row.wrap().get_unused_codes()[0]
    tried = []
    for _ in range(2):
        client = Client()
        sign_in(client, dawn, PASSWORD)
        client.post(SECOND, {"code": f"{code[:4]} {code[4:]}"})
        tried.append(signed_in(client))
    assert tried == [True, False]


def test_what_matters_asks_once_more(dawn: User, secret: str, clock: time_machine.Traveller) -> None:
    client = Client()
    sign_in(client, dawn, PASSWORD)
    client.post(SECOND, {"code": code_at(secret, time.time())})
    assert client.get("/account/safety/app/remove/").status_code == 200, "she has just come in"
    clock.shift(timedelta(minutes=6))
    asked = client.get("/account/safety/app/remove/")["Location"]
    assert asked.startswith("/account/again/second-step/"), "a password alone takes no second step off"
    assert client.post("/account/again/", {"password": PASSWORD})["Location"].startswith("/account/again/second-step/")
    done = client.post(asked, {"code": code_at(secret, time.time()), "next": "/account/safety/app/remove/"})
    assert done["Location"] == "/account/safety/app/remove/"
    assert client.post("/account/safety/app/remove/").status_code == 302
    assert not Authenticator.objects.filter(user=dawn).exists(), "its spare codes go with it"


def test_who_comes_by_code_alone_is_asked_for_another(
    client: Client, newest_code: Callable[[], str], clock: time_machine.Traveller
) -> None:
    vera = UserFactory(email="vera@tenterclough.example", password=None, role="Managers")
    by_code(client, vera, newest_code)
    assert client.get("/account/safety/app/").status_code == 200
    clock.shift(timedelta(minutes=6))
    asked = client.get("/account/safety/app/")["Location"]
    assert asked.startswith("/account/again/code/")
    assert "Send me a code" in client.get(asked).content.decode()
    client.post(asked, {"action": "send"})
    assert client.post(asked, {"code": "nothing"}).status_code == 200
    assert (
        client.post(asked, {"code": newest_code(), "next": "/account/safety/app/"})["Location"]
        == "/account/safety/app/"
    )
    assert client.get("/account/safety/app/").status_code == 200


def test_three_wrong_ones_and_that_code_is_gone(
    client: Client, newest_code: Callable[[], str], clock: time_machine.Traveller
) -> None:
    vera = UserFactory(email="vera@tenterclough.example", password=None, role="Managers")
    by_code(client, vera, newest_code)
    clock.shift(timedelta(minutes=6))
    client.post("/account/again/code/", {"action": "send"})
    code = newest_code()
    for _ in range(3):
        client.post("/account/again/code/", {"code": "nothing"})
    client.post("/account/again/code/", {"code": code})
    assert client.get("/account/safety/app/").status_code == 302


def test_an_administrator_takes_it_off_who_lost_the_phone(
    dawn: User, secret: str, mailoutbox: list, django_capture_on_commit_callbacks: Callable
) -> None:
    hers, his = Client(), Client()
    sign_in(hers, dawn, PASSWORD)
    hers.post(SECOND, {"code": code_at(secret, time.time())})
    joan = UserFactory(email="joan@tenterclough.example", first_name="Joan", role="Administrators")
    sign_in(his, joan, PASSWORD)
    path = f"/admin/users/reset-factor/{dawn.pk}/"
    assert "Take the second step off" in his.get(f"/admin/users/edit/{dawn.pk}/").content.decode()
    assert his.get(path).status_code == 200
    assert Authenticator.objects.filter(user=dawn).exists(), "looking is not doing"
    assert his.post(path).status_code == 302
    assert not Authenticator.objects.filter(user=dawn).exists()
    assert hers.get("/admin/").status_code == 302, "and what it opened is shut"
    assert ModelLogEntry.objects.get(action="accounts.factor_reset").user == joan
    assert mailoutbox[-1].to == [dawn.email]
    assert "Joan took the second step off" in mailoutbox[-1].body


def test_nobody_else_takes_it_off(dawn: User, secret: str) -> None:
    client = Client()
    sign_in(client, UserFactory(email="x@tenterclough.example", role="Connectors"), PASSWORD)
    client.post(f"/admin/users/reset-factor/{dawn.pk}/")
    assert Authenticator.objects.filter(user=dawn).exists()


def test_an_administrator_takes_none_off_who_may_do_more() -> None:
    root = User.objects.create_superuser("root@tenterclough.example", PASSWORD)
    Authenticator.objects.create(user=root, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client = Client()
    sign_in(client, UserFactory(email="x@tenterclough.example", role="Administrators"), PASSWORD)
    client.post(f"/admin/users/reset-factor/{root.pk}/")
    client.post(f"/admin/bulk/accounts/user/set_active_state/?id={root.pk}", {"mark_as_active": "False"})
    client.post(f"/admin/bulk/accounts/user/delete/?id={root.pk}")
    root.refresh_from_db()
    assert root.is_active
    assert Authenticator.objects.filter(user=root).exists()


def test_nothing_to_take_off_tells_nobody(dawn: User, mailoutbox: list) -> None:
    assert reset_factor(user=dawn, by=dawn) == 0
    assert mailoutbox == []


def test_keeping_accounts_asks_once_more(clock: time_machine.Traveller) -> None:
    client = Client()
    sign_in(client, UserFactory(email="joan@tenterclough.example", role="Administrators"), PASSWORD)
    assert client.get("/admin/users/new/").status_code == 200
    clock.shift(timedelta(minutes=6))
    assert client.get("/admin/users/").status_code == 200, "looking is open"
    assert client.get("/admin/users/new/")["Location"].startswith("/account/again/")
    given = {"email": "vera@tenterclough.example", "first_name": "Vera"}
    asked = client.post("/admin/users/new/", given)["Location"]
    client.post(asked, {"password": PASSWORD, "next": "/admin/users/new/"})
    assert User.objects.filter(email="vera@tenterclough.example").exists(), "and what was written is not lost"


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize("sent", ["", "1", "[]", "{}", '{"id": "x"}', '{"response": {"userHandle": "MQ"}}', "null"])
@pytest.mark.parametrize("path", ["/account/login/passkey/", SECOND])
def test_what_no_browser_makes_is_no_passkey(dawn: User, path: str, sent: str) -> None:
    client = Client()
    sign_in(client, dawn, PASSWORD)
    client.get(path, headers={"accept": "application/json"})
    assert client.post(path, {"credential": sent}).status_code in {200, 302}
    assert not signed_in(client)


def test_passkeys_that_do_not_fit_shut_the_door_for_that_place() -> None:
    client, elsewhere = Client(), Client(REMOTE_ADDR="192.0.2.77")
    answers = [client.post("/account/login/passkey/", {"credential": '{"id": "x"}'}).status_code for _ in range(6)]
    assert answers == [302, 302, 302, 302, 429, 429]
    assert elsewhere.post("/account/login/passkey/", {"credential": '{"id": "x"}'}).status_code == 302
