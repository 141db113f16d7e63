"""A phone that was handed over: the server refuses every other route, by every method, until it is taken back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.conf import settings as site
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from cms.models import Asset
from connector.accounts.models import User
from connector.matching.lock import ALLOWED, REFUSED
from connector.matching.models import HandOver
from tests.architecture.test_routes import TABLE, UUID, addresses
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.hand_overs import PIN
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
HTML = {"Accept": "text/html,*/*;q=0.8"}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
HERE, BACK = "/match/handed-over/", "/match/handed-over/back/"


@pytest.fixture
def circle() -> Asset:
    asset = AssetFactory(name="Sewing Circle", uuid=UUID, greeter_name="Maureen", greeter_words="will wait at the door")
    SessionFactory(asset=asset)
    ContactFactory(asset=asset, name="Maureen", phone="01632 960 014")
    ContactFactory(asset=asset, name="Ann", phone="01632 960 998", visibility="partner")
    return asset


@pytest.fixture
def browser(circle: Asset) -> Client:
    """An administrator's, who may do everything: what is refused here is refused for the hand-over alone."""
    client = Client(headers=HTML)
    client.force_login(UserFactory(role="Administrators", is_superuser=True), backend=BACKEND)
    client.post("/match/kept/", {"keep": str(circle.uuid)})
    return client


@pytest.fixture
def phone(browser: Client) -> Client:
    """The same, handed over with digits."""
    answer = browser.post("/match/hand-over/", {"pin": PIN, "back": "takehome"})
    assert answer.headers["Location"] == HERE
    return browser


@pytest.mark.wide
def test_every_address_by_every_method_is_refused(phone: Client) -> None:
    ours = [f"/{row.path}" for row in TABLE.values()]
    odd = ["/no/such/page/", "/static/../admin/", "//admin/", "/admin", f"{HERE}x/", f"{HERE}?next=/admin/&x=/match/"]
    asked = {(path, method) for path in addresses() for method in ("GET", "POST")}
    asked |= {(path, method) for path in (*ours, *odd) for method in METHODS}
    let_through = {(path, method) for path, method in asked if not _refused(phone.generic(method, path))}
    here = {(path, method) for path in (HERE, odd[-1]) for method in ALLOWED["handed_over"]}
    assert let_through == here | {(BACK, method) for method in ALLOWED["take_back"]}
    assert len(asked) > 1000


def test_scripts_and_programs_get_a_plain_no(phone: Client) -> None:
    for headers in ({"Accept": "application/json"}, {"HX-Request": "true", **HTML}):
        answer = phone.get("/api/search?q=sewing", headers=headers)
        assert (answer.status_code, answer.content.decode()) == (403, REFUSED)
        assert answer.headers["HX-Redirect"] == HERE
    for header in ("X-HTTP-Method-Override", "X-Original-URL", "X-Rewrite-URL"):
        assert _refused(phone.get("/admin/", headers={header: HERE}))


def test_nothing_but_public_facts_of_what_was_kept(browser: Client) -> None:
    AssetFactory(name="Low Moor Quilters")
    offer = AssetFactory(kind="offer", name="Ida would share her loom")
    browser.post("/match/", {"note": "Embroidery, and Mrs Ogden-Pargeter", "keep": str(offer.uuid)})
    browser.post("/match/hand-over/", {"pin": PIN})
    page = browser.get(HERE).content.decode()
    for words in ("Sewing Circle", "Maureen will wait at the door.", "01632 960 014"):
        assert words in page
    for words in ("960 998", "Quilters", "Ida", "Pargeter", "mbroidery", "Sign out", "<nav"):
        assert words not in page
    assert 'href="/match/handed-over/back/"' in page
    assert "no-store" in browser.get(HERE).headers["Cache-Control"]


@pytest.mark.parametrize("typed", [PIN, PASSWORD])
def test_the_digits_or_the_password_open_it_where_the_worker_was(phone: Client, typed: str) -> None:
    before = phone.session.session_key
    answer = phone.post(BACK, {"typed": typed})
    assert answer.headers["Location"] == "/match/take-home/"
    assert phone.session.session_key != before
    assert not HandOver.objects.exists()
    assert "Sewing Circle" in phone.get("/match/take-home/").content.decode()
    assert phone.get("/admin/").status_code == 200
    assert phone.get(HERE).headers["Location"] == "/match/hand-over/"


def test_the_key_of_before_is_worth_nothing(browser: Client) -> None:
    """A page of before the hand-over, still loading or kept by a browser, must not write the lock away."""
    old = browser.cookies[site.SESSION_COOKIE_NAME].value
    browser.post("/match/hand-over/", {"pin": PIN})
    other = Client(headers=HTML)
    other.cookies[site.SESSION_COOKIE_NAME] = old
    assert other.get("/match/").headers["Location"].startswith("/account/login/")


def test_it_stays_shut_when_the_browser_was_closed(phone: Client) -> None:
    cookie = phone.cookies[site.SESSION_COOKIE_NAME]
    assert cookie["max-age"]
    again = Client(headers=HTML)
    again.cookies[site.SESSION_COOKIE_NAME] = cookie.value
    assert _refused(again.get("/match/"))
    assert again.get(HERE).status_code == 200


def test_elsewhere_nothing_changes(phone: Client) -> None:
    desk = Client(headers=HTML)
    desk.force_login(User.objects.get(), backend=BACKEND)
    assert desk.get("/match/").status_code == 200
    assert desk.get("/admin/").status_code == 200


def test_it_can_be_ended_from_elsewhere(circle: Asset) -> None:
    user = UserFactory(role="Workers")
    phone, desk = Client(headers=HTML), Client(headers=HTML)
    for browser in (phone, desk):
        browser.post("/account/login/", {"login": user.email, "password": PASSWORD})
    phone.post("/match/kept/", {"keep": UUID})
    phone.post("/match/hand-over/", {"pin": PIN})
    UserSession.objects.get(session_key=phone.session.session_key).end()
    assert phone.get(HERE).headers["Location"].startswith("/account/login/")
    assert desk.get("/match/").status_code == 200


def test_who_lost_their_second_step_meanwhile_is_not_sent_round_in_a_circle(phone: Client, settings: Settings) -> None:
    settings.CONNECTOR_STAFF_SECOND_FACTOR = True
    assert phone.get(HERE).status_code == 200
    phone.post(BACK, {"typed": PIN})
    assert phone.get("/match/").status_code == 302


def test_five_wrong_tries_and_it_is_closed_for_a_while(phone: Client) -> None:
    now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False):
        said = [phone.post(BACK, {"typed": f"000{each}"}) for each in range(5)]
        assert "4 more tries" in said[0].content.decode()
        assert "One more try" in said[3].content.decode()
        assert said[4].status_code == 429
        assert "12.05" in said[4].content.decode()
        assert phone.post(BACK, {"typed": PIN}).status_code == 429
    with time_machine.travel(now + timedelta(minutes=5), tick=False):
        assert phone.post(BACK, {"typed": "wrong"}).status_code == 200
        assert phone.post(BACK, {"typed": PIN}).status_code == 302


def test_an_empty_try_is_no_try(phone: Client) -> None:
    assert "Type the digits" in phone.post(BACK, {"typed": ""}).content.decode()
    assert HandOver.objects.get().failures == 0


def test_without_digits_the_password_opens_it_and_nothing_else(browser: Client) -> None:
    browser.post("/match/hand-over/", {"pin": "", "back": "https://elsewhere.example/"})
    assert HandOver.objects.get().pin == ""
    assert browser.post(BACK, {"typed": "2580"}).status_code == 200
    assert browser.post(BACK, {"typed": PASSWORD}).headers["Location"] == "/match/kept/"


def test_who_has_no_password_must_choose_digits(browser: Client) -> None:
    user = User.objects.get()
    user.set_unusable_password()
    user.save()
    browser.force_login(user, backend=BACKEND)
    browser.post("/match/kept/", {"keep": UUID})
    for pin, words in (("", "Choose four to eight digits"), ("1234", "tried first"), ("12", "four to eight")):
        assert words in browser.post("/match/hand-over/", {"pin": pin}).content.decode()
    assert browser.get("/match/").status_code == 200


def test_the_digits_are_nowhere_in_the_clear(phone: Client, caplog: pytest.LogCaptureFixture) -> None:
    phone.post(BACK, {"typed": "wrong-words-9"})
    kept = str(dict(phone.session.items())) + str(HandOver.objects.values()) + caplog.text
    assert PIN not in kept
    assert "wrong-words-9" not in kept


def test_a_hand_over_that_nobody_knows_of_any_more_signs_out(phone: Client) -> None:
    HandOver.objects.all().delete()
    assert phone.post(BACK, {"typed": PIN}).status_code == 302
    assert phone.get("/match/").headers["Location"].startswith("/account/login/")


def test_there_must_be_something_to_look_at(browser: Client, circle: Asset) -> None:
    browser.post("/match/kept/", {"drop": str(circle.uuid)})
    assert "Keep something first" in browser.post("/match/hand-over/", {"pin": PIN}).content.decode()
    assert browser.get("/match/").status_code == 200


def test_it_is_asked_before_anything_else_sees_the_request() -> None:
    order = site.MIDDLEWARE
    lock = order.index("connector.matching.lock.HandOverMiddleware")
    assert order[lock - 1] == "django.contrib.sessions.middleware.SessionMiddleware"
    before = {name.rsplit(".", 1)[1] for name in order[: lock - 1]}
    # Headers and files of our own: nothing here answers with anything of a person's.
    assert before <= {
        *("SecurityMiddleware", "WhiteNoiseMiddleware", "PolicyMiddleware", "PermissionsPolicyMiddleware"),
        *("XFrameOptionsMiddleware", "PackingMiddleware", "LanguageMiddleware"),
    }


def _refused(answer: HttpResponse) -> bool:
    if answer.status_code == 302:
        return answer.headers["Location"] == HERE
    return answer.status_code == 403 and answer.content.decode() in {REFUSED, ""}


def test_the_shop_is_open_for_everybody_else(up_to_date: Callable[[], None]) -> None:
    assert Client(headers=HTML).get("/").status_code == 200
