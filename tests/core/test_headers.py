"""Headers on every kind of answer: pages, errors, redirects, the API, the admin; and what no cache may keep."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from tests.factories.users import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
STRICT = "default-src 'none'"
KINDS = {
    "a page": ("/about/order/", 200),
    "an error": ("/no-such-page/", 404),
    "a redirect": ("/match/", 302),
    "a refusal": ("/admin/login/", 302),
    "not for looking": ("/demonstration/enter/", 405),
    "the API": ("/api/schema/", 200),
    "the API, wrong": ("/api/search?near=QT44", 400),
    "the API, absent": ("/api/assets/00000000-0000-4000-8000-00000000c19c", 404),
    "the admin": ("/admin/", 302),
    "the admin, absent": ("/admin/nothing-here/", 302),
}


@pytest.mark.parametrize(("path", "status"), KINDS.values(), ids=KINDS)
def test_every_kind_of_answer(client: Client, up_to_date: Callable[[], None], path: str, status: int) -> None:
    up_to_date()
    answer = client.get(path)
    assert answer.status_code == status
    guarded(answer)


def test_a_fault_of_ours_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> HttpResponse:
        raise RuntimeError

    monkeypatch.setattr("connector.core.views.render", broken)
    answer = Client(raise_request_exception=False).get("/about/order/")
    assert answer.status_code == 500
    guarded(answer)


def test_a_shut_door_too(client: Client) -> None:
    for _ in range(5):
        answer = client.post("/account/login/", {"login": "x@tenterclough.example", "password": "wrong"})
    assert answer.status_code == 429
    guarded(answer)


def guarded(answer: HttpResponse) -> None:
    policy = answer["Content-Security-Policy"]
    assert STRICT in policy
    assert "'unsafe-eval'" not in policy
    assert "frame-ancestors 'none'" in policy or "frame-ancestors 'self'" in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Frame-Options"] in {"DENY", "SAMEORIGIN"}


def test_a_public_page_runs_no_script_that_is_written_into_it(client: Client) -> None:
    policy = client.get("/about/order/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_the_admin_runs_no_handler_that_is_written_into_an_element(client: Client) -> None:
    assert "script-src-attr 'none'" in client.get("/admin/")["Content-Security-Policy"]


def test_the_passkeys_of_a_page_are_its_own(client: Client) -> None:
    """No other site may ask for a passkey of ours in a frame."""
    assert "publickey-credentials-get=(self)" in client.get("/account/login/")["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/match/", "/admin/", "/account/safety/", "/account/where/", "/about/order/"])
def test_what_somebody_sees_who_is_signed_in_is_kept_by_no_cache(client: Client, path: str) -> None:
    client.force_login(UserFactory(role="Administrators"))
    answer = client.get(path)
    assert answer.status_code == 200
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))


def test_a_page_for_everybody_may_be_kept(client: Client) -> None:
    assert "no-store" not in client.get("/about/order/").headers.get("Cache-Control", "")


def test_cookies_are_for_the_server_alone(client: Client, settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    user = UserFactory(email="x@tenterclough.example")
    client.get("/account/login/")
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    for name in ("sessionid", "csrftoken"):
        cookie = client.cookies[name]
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax"), name
    client.post("/account/password/", {})
    assert set(client.cookies) <= {"sessionid", "csrftoken"}
