"""Messages wait for what they speak of: sent after the transaction, not at all when it is taken back."""

from typing import Any

import pytest
from django.core.mail import get_connection, send_mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from pytest_django import Settings

LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


class Broken(BaseEmailBackend):
    """A mail server that is not there."""

    def send_messages(self, email_messages: Any) -> int:
        raise ConnectionRefusedError("nobody listens")


@pytest.fixture(autouse=True)
def _post(settings: Settings) -> None:
    settings.CONNECTOR_EMAIL_BACKEND = LOCMEM


@pytest.mark.usefixtures("committing_db")
def test_a_message_goes_when_what_it_speaks_of_is_kept(mailoutbox: list) -> None:
    with transaction.atomic():
        assert _send() == 1
        assert not mailoutbox
    assert [message.subject for message in mailoutbox] == ["It is kept"]


@pytest.mark.usefixtures("committing_db")
def test_none_goes_when_it_is_taken_back(mailoutbox: list) -> None:
    with transaction.atomic():
        _send()
        transaction.set_rollback(True)
    assert not mailoutbox


@pytest.mark.usefixtures("committing_db")
def test_outside_of_a_transaction_it_goes_at_once(mailoutbox: list) -> None:
    _send()
    assert len(mailoutbox) == 1


@pytest.mark.usefixtures("committing_db")
def test_a_mail_server_that_is_not_there_undoes_nothing(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    settings.CONNECTOR_EMAIL_BACKEND = f"{__name__}.Broken"
    with transaction.atomic():
        _send()
    assert "nobody listens" in caplog.text
    with pytest.raises(ConnectionRefusedError):
        _send()


def _send() -> int:
    post = get_connection("connector.core.post.AfterCommitBackend")
    return send_mail("It is kept", "x", "us@tenterclough.example", ["vera@tenterclough.example"], connection=post)
