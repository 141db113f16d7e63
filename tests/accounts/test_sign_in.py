"""Signing in through the real pages: a code by e-mail, a password, and what an unknown address learns."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from connector.accounts.models import User
from tests.factories.users import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
CODE = "/account/login/code/"
CONFIRM = "/account/login/code/confirm/"


def test_a_code_by_e_mail_lets_her_in(client: Client, maureen: User, newest_code: Callable[[], str]) -> None:
    asked = client.post(CODE, {"email": "Maureen@Tenterclough.example "})
    assert asked["Location"] == CONFIRM
    done = client.post(CONFIRM, {"code": newest_code()})
    assert done["Location"] == "/my-listings/"
    assert client.session["_auth_user_id"] == str(maureen.pk)


def test_the_code_may_be_typed_without_its_dash(client: Client, maureen: User, newest_code: Callable[[], str]) -> None:
    client.post(CODE, {"email": maureen.email})
    assert client.post(CONFIRM, {"code": f" {newest_code().replace('-', ' ')}"}).status_code == 302
    assert "_auth_user_id" in client.session


def test_three_wrong_codes_and_it_starts_again(client: Client, maureen: User, newest_code: Callable[[], str]) -> None:
    client.post(CODE, {"email": maureen.email})
    right = newest_code()
    wrong = "0000-0000" if right != "0000-0000" else "1111-1111"
    answers = [client.post(CONFIRM, {"code": wrong}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 302]
    assert "not the code that we sent" in answers[0].content.decode()
    assert answers[2]["Location"] == CODE
    client.post(CONFIRM, {"code": right})
    assert "_auth_user_id" not in client.session


def test_another_code_takes_the_place_of_the_first(
    client: Client, maureen: User, newest_code: Callable[[], str], mailoutbox: list
) -> None:
    client.post(CODE, {"email": maureen.email})
    first = newest_code()
    client.post(CONFIRM, {"action": "resend"})
    assert len(mailoutbox) == 2
    if newest_code() != first:
        assert client.post(CONFIRM, {"code": first}).status_code == 200
    assert client.post(CONFIRM, {"code": newest_code()}).status_code == 302


def test_an_unknown_address_gets_the_same_answers(maureen: User, mailoutbox: list) -> None:
    pages = []
    for address in (maureen.email, "nobody@tenterclough.example"):
        client = Client()
        asked = client.post(CODE, {"email": address})
        shown = client.get(CONFIRM).content.decode()
        wrong = client.post(CONFIRM, {"code": "zzzz"}).content.decode()
        pages.append((asked.status_code, asked["Location"], _plain(shown, address), _plain(wrong, address)))
    assert pages[0] == pages[1]
    assert [message.to for message in mailoutbox] == [[maureen.email], ["nobody@tenterclough.example"]]
    assert "We know no account" in mailoutbox[1].subject
    assert "signup" not in mailoutbox[1].body


def test_a_closed_account_is_an_unknown_one(client: Client, mailoutbox: list) -> None:
    UserFactory(email="left@tenterclough.example", is_active=False)
    client.post(CODE, {"email": "left@tenterclough.example"})
    assert "We know no account" in mailoutbox[0].subject


def test_the_password_of_a_closed_account_opens_nothing(client: Client) -> None:
    UserFactory(email="left@tenterclough.example", is_active=False)
    answer = client.post("/account/login/", {"login": "left@tenterclough.example", "password": PASSWORD}, follow=True)
    assert "This account is closed" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_password_lets_him_in_and_signing_out_ends_it(client: Client) -> None:
    user = UserFactory(email="colin@tenterclough.example", role="Managers")
    assert client.post("/account/login/", {"login": user.email, "password": PASSWORD})["Location"] == "/at-a-glance/"
    assert client.get("/account/logout/").status_code == 200
    assert client.session["_auth_user_id"] == str(user.pk), "asking is not yet doing"
    left = client.post("/account/logout/")
    assert left["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_the_page_asks_for_one_address(client: Client) -> None:
    page = client.get("/account/login/").content.decode()
    assert page.count('type="email"') == 1
    assert "None? Leave it empty" in page
    assert "Sign up" not in page


@pytest.mark.parametrize("field", ["", "not an address"])
def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Client, field: str) -> None:
    page = client.post(CODE, {"email": field})
    assert page.status_code == 200
    assert f'value="{field}"' in page.content.decode() or not field
    assert "e-mail address" in page.context["code_form"].errors["email"][0]


def test_without_a_password_a_code_goes_to_the_address(
    client: Client, maureen: User, newest_code: Callable[[], str]
) -> None:
    asked = client.post("/account/login/", {"login": maureen.email, "password": "", "next": "/my-listings/"})
    assert asked["Location"].startswith(CONFIRM)
    assert client.post(CONFIRM, {"code": newest_code(), "next": "/my-listings/"})["Location"] == "/my-listings/"


def test_without_an_address_nothing_is_sent_and_the_box_says_so(client: Client, mailoutbox: list) -> None:
    page = client.post("/account/login/", {"login": "not an address", "password": ""}).content.decode()
    assert "not a whole e-mail address" in page
    assert 'value="not an address"' in page
    assert mailoutbox == []


def test_nobody_opens_an_account_by_themselves(client: Client) -> None:
    page = client.get("/account/signup/")
    assert "We give out accounts ourselves" in page.content.decode()
    client.post("/account/signup/", {"email": "me@tenterclough.example", "password1": PASSWORD})
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "path", ["email/", "2fa/", "2fa/totp/activate/", "3rdparty/", "social/signup/", "confirm-email/", "signup/passkey/"]
)
def test_pages_of_allauth_that_nobody_uses_are_not_there(client: Client, maureen: User, path: str) -> None:
    client.force_login(maureen)
    assert client.get(f"/account/{path}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "came_to"),
    [
        ("/listings/", "/listings/"),
        ("https://elsewhere.example/", "/at-a-glance/"),
        ("//elsewhere.example/", "/at-a-glance/"),
        ("http:///elsewhere.example", "/at-a-glance/"),
        ("javascript:alert(1)", "/at-a-glance/"),
        ("", "/at-a-glance/"),
    ],
)
def test_only_a_page_of_ours_is_next(client: Client, asked: str, came_to: str) -> None:
    user = UserFactory(email="colin@tenterclough.example", role="Managers")
    answer = client.post("/account/login/", {"login": user.email, "password": PASSWORD, "next": asked})
    assert answer["Location"] == came_to


def test_next_survives_the_code(client: Client, maureen: User, newest_code: Callable[[], str]) -> None:
    asked = client.post(CODE, {"email": maureen.email, "next": "/my-listings/?x=1"})
    page = client.get(asked["Location"]).content.decode()
    assert 'name="next" value="/my-listings/?x=1"' in page
    assert client.post(CONFIRM, {"code": newest_code(), "next": "/my-listings/?x=1"})["Location"] == "/my-listings/?x=1"


def test_a_forgotten_password(client: Client, maureen: User, mailoutbox: list) -> None:
    client.post("/account/password/reset/", {"email": maureen.email})
    link = next(word for word in mailoutbox[0].body.split() if word.startswith("http"))
    form = client.get(link.removeprefix("http://testserver"), follow=True)
    path = form.redirect_chain[-1][0]
    words = {"password1": "three-lamps-and-a-kettle", "password2": "three-lamps-and-a-kettle"}
    assert client.post(path, words)["Location"] == reverse("account_reset_password_from_key_done")
    assert client.post("/account/login/", {"login": maureen.email, "password": words["password1"]}).status_code == 302
    assert "does not work any more" in Client().get(link.removeprefix("http://testserver")).content.decode()


def test_a_password_is_changed(client: Client, maureen: User) -> None:
    client.force_login(maureen)
    words = {"oldpassword": PASSWORD, "password1": "three-lamps-and-a-kettle", "password2": "three-lamps-and-a-kettle"}
    assert client.post("/account/password/", words)["Location"] == "/my-listings/"
    assert client.get("/account/logout/").status_code == 200, "and she is still in"
    maureen.refresh_from_db()
    assert maureen.check_password(words["password1"])


def test_who_needs_no_password_may_choose_one(client: Client) -> None:
    user = UserFactory(password=None, role="Managers")
    client.force_login(user)
    assert client.get("/account/password/")["Location"] == "/account/password/first/"
    words = {"password1": "three-lamps-and-a-kettle", "password2": "three-lamps-and-a-kettle"}
    assert client.post("/account/password/first/", words).status_code == 302


def _plain(page: str, address: str) -> str:
    """A page without what differs from one asking to the next."""
    kept = [line for line in page.replace(address, "ADDRESS").splitlines() if "csrfmiddlewaretoken" not in line]
    return "\n".join(kept)
