"""What signing in leaves behind: no address and no code in the log, and no way in for an old mailbox."""

import logging
from collections.abc import Callable
from smtplib import SMTPRecipientsRefused

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from connector.accounts.models import User
from tests.factories.users import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
SECRET_ADDRESS = "maureen@tenterclough.example"


def test_neither_address_nor_code_nor_password_is_logged(
    client: Client,
    maureen: User,
    newest_code: Callable[[], str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    client.post("/account/login/code/", {"email": SECRET_ADDRESS})
    code = newest_code()
    client.post("/account/login/code/confirm/", {"code": "0" if code[0] != "0" else "1"})
    client.post("/account/login/code/confirm/", {"code": code})
    client.post("/account/logout/")
    for _ in range(6):
        client.post("/account/login/", {"login": SECRET_ADDRESS, "password": "not-her-password"})
    client.post("/account/login/code/", {"email": "nobody@tenterclough.example"})
    client.get("/account/nowhere/?email=" + SECRET_ADDRESS)
    written = "\n".join(f"{record.getMessage()} {record.args} {record.exc_info}" for record in caplog.records)
    assert "Locking out" in written, "something was written, or nothing is proved"
    for secret in ("maureen@", "nobody@", "tenterclough.example", code, code.replace("-", ""), "not-her-password"):
        assert secret not in written


def test_the_log_has_no_browser_and_no_place(caplog: pytest.LogCaptureFixture, maureen: User) -> None:
    client = Client(headers={"user-agent": "very-own-browser"}, REMOTE_ADDR="192.0.2.44")
    client.post("/account/login/", {"login": maureen.email, "password": "wrong"})
    written = " ".join(record.getMessage() for record in caplog.records)
    assert "login failure" in written
    assert "very-own-browser" not in written
    assert "192.0.2.44" not in written


def test_a_library_that_logs_an_address_does_not_get_it_written() -> None:
    told = {
        "name": "wagtail.admin",
        "msg": "Failed to send '%s' to %s",
        "args": ("A question", "vera.o'neil+x@ten.example"),
    }
    refused = SMTPRecipientsRefused({"vera@ten.example": (550, b"no such mailbox")})
    failed = (SMTPRecipientsRefused, refused, None)
    console = next(handler for handler in logging.getLogger().handlers if handler.get_name() == "console")
    written = console.format(logging.makeLogRecord({**told, "levelname": "ERROR", "levelno": 40, "exc_info": failed}))
    assert "Failed to send 'A question' to (an address)" in written
    assert "no such mailbox" in written
    assert "ten.example" not in written


def test_addresses_are_kept_in_small_letters_whoever_saves_them() -> None:
    user = UserFactory(email="Vera@Tenterclough.Example")
    user.email = "VERA.OGDEN@Tenterclough.example"
    user.save()
    user.refresh_from_db()
    assert user.email == "vera.ogden@tenterclough.example"
    assert User.objects.get_by_natural_key("Vera.Ogden@tenterclough.example") == user


def test_who_reads_an_old_mailbox_cannot_come_in(maureen: User, mailoutbox: list) -> None:
    Client().post("/account/password/reset/", {"email": SECRET_ADDRESS})
    assert EmailAddress.objects.get().email == SECRET_ADDRESS, "allauth keeps addresses in rows of its own"

    maureen.email = "maureen.new@tenterclough.example"
    maureen.save()
    for path in ("/account/login/code/", "/account/password/reset/"):
        Client().post(path, {"email": SECRET_ADDRESS})
        assert "We know no account" in mailoutbox[-1].subject
    answer = Client().post("/account/login/", {"login": SECRET_ADDRESS, "password": PASSWORD})
    assert answer.status_code == 200
    Client().post("/account/login/code/", {"email": "maureen.new@tenterclough.example"})
    assert mailoutbox[-1].to == ["maureen.new@tenterclough.example"]
    assert "code" in mailoutbox[-1].subject


def test_pages_of_somebody_who_is_signed_in_are_not_kept(client: Client, maureen: User) -> None:
    client.force_login(maureen)
    for path in ("/my-listings/", "/account/password/", "/account/logout/"):
        assert "no-store" in client.get(path)["Cache-Control"]


def test_the_code_stands_in_no_address_and_no_cookie(
    client: Client, maureen: User, newest_code: Callable[[], str]
) -> None:
    asked = client.post("/account/login/code/", {"email": SECRET_ADDRESS})
    assert "maureen" not in asked["Location"]
    assert newest_code() not in str(client.cookies)
