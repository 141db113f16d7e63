"""A council starts empty, in its own name, with one person who may let the others in."""

import io
import re
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from cms.models import Asset
from connector.accounts.models import User
from connector.council.models import Council
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
CALDER = ("--name", "Calder Council", "--administrator", "Joan@calder.example", "--middle", "HX7 8AD")


@pytest.fixture(autouse=True)
def _no_demonstration(settings: Settings) -> None:
    settings.CONNECTOR_DEMONSTRATION = False


def start(*arguments: str) -> str:
    said = io.StringIO()
    call_command("start_council", *arguments, stderr=said)
    return said.getvalue()


def refused(*arguments: str) -> str:
    with pytest.raises(CommandError) as wrong:
        start(*arguments)
    return str(wrong.value)


def test_there_is_a_name_an_administrator_and_not_one_listing(client: Client, up_to_date: Callable[[], None]) -> None:
    said = start(*CALDER, "--band-colour", "#3B1F4E")
    up_to_date()
    assert "Connector of Calder Council is ready. It is empty." in said
    assert not Asset.objects.exists()
    council = Council.objects.get()
    assert (council.name, council.middle, council.band_colour) == ("Calder Council", "HX7 8AD", "#3B1F4E")
    for path in ("/", "/search/", "/search/?q=sewing", "/topics/", "/about/data/"):
        page = client.get(path)
        assert page.status_code == 200, path
        assert "Calder Council" in page.content.decode()
        assert "Tenterclough" not in page.content.decode()


def test_its_administrator_chooses_a_password_by_the_link_and_comes_in(client: Client) -> None:
    link = re.search(r"http://127\.0\.0\.1:8000(/account/\S+)", start(*CALDER))
    assert link
    page = client.get(link[1], follow=True)
    chosen = "a-long-walk-by-the-canal"
    answer = client.post(page.redirect_chain[-1][0], {"password1": chosen, "password2": chosen})
    assert answer.status_code == 302
    assert client.get(link[1]).context.get("token_fail"), "the link works once"
    other = Client()
    came = other.post("/account/login/", {"login": "joan@calder.example", "password": chosen})
    assert came.status_code == 302
    assert other.get("/admin/users/").status_code == 200
    assert other.get("/admin/settings/council/council/", follow=True).status_code == 200


def test_a_second_time_changes_what_is_given_and_nothing_else() -> None:
    start(*CALDER)
    said = start("--administrator", "joan@calder.example", "--phone", "01632 960 200")
    council = Council.objects.get()
    assert (council.name, council.phone, council.middle) == ("Calder Council", "01632 960 200", "HX7 8AD")
    assert User.objects.count() == 1
    assert "is ready" in said
    assert "is there already" in start()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--name and --administrator"),
        (("--name", "Calder Council"), "--administrator"),
        (("--administrator", "joan@calder.example"), "--name: Say whose directory it is"),
        (("--name", "Calder Council", "--administrator", "joan"), "--administrator: Write an e-mail address"),
        ((*CALDER, "--link-colour", "#FFEE00"), "--link-colour: Too light to read"),
        ((*CALDER, "--middle", "Qwertyville"), "--middle: "),
    ],
)
def test_what_cannot_be_used_is_said_by_its_name_and_nothing_is_written(arguments: tuple[str, ...], words: str) -> None:
    assert words in refused(*arguments)
    assert not Council.objects.exists()
    assert not User.objects.exists()


def test_a_demonstration_is_nobodys_council(settings: Settings) -> None:
    UserFactory(email="dawn@tenterclough.example")
    assert "a folder of your own" in refused(*CALDER)
    settings.CONNECTOR_DEMONSTRATION = True
    assert "make council" in refused(*CALDER)
