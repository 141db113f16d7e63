"""One suite for every carrier: it takes what it is given once, says what it cannot do, and raises nothing.

Notify is a server on this machine that speaks its HTTP; e-mail is Django's own outbox, and servers that misbehave.
"""

from collections.abc import Iterator
from smtplib import SMTPConnectError, SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.locmem import EmailBackend
from pytest_django import Settings

from connector.notifications.channels import Outgoing, carrier_for
from connector.notifications.deciding import Answer
from connector.notifications.rendering import Composed
from tests.notifications.notify_server import KEY, Desk, notify_server

WORDS = Composed(
    "Still right?", "Is it still right?", "<p>Is it still right?</p>", "Still right?", "https://x.example/link/abc/"
)
TO = {"email": "maureen@tenterclough.example", "text": "07700900123", "letter": "Maureen\n1 Fold Street\nQT4 4AA"}
TEMPLATES = {"email": "e", "text": "t", "letter": "l"}


def outgoing(channel: str = "email", reference: str = "r-1") -> Outgoing:
    return Outgoing(channel, TO[channel], WORDS, reference)


@pytest.fixture
def notify(settings: Settings) -> Iterator[Desk]:
    with notify_server() as desk:
        settings.CONNECTOR_NOTIFY = {"key": KEY, "url": desk.url, "templates": TEMPLATES}
        yield desk


CARRIES = {
    ("mail", "email"): Answer.SENT,
    ("mail", "text"): Answer.NEVER,
    ("notify", "email"): Answer.SENT,
    ("notify", "text"): Answer.SENT,
    ("notify", "letter"): Answer.SENT,
    ("console", "email"): Answer.SENT,
    ("console", "text"): Answer.SENT,
    ("none", "email"): Answer.NEVER,
    ("none", "letter"): Answer.NEVER,
}


@pytest.mark.parametrize(("which", "answer"), CARRIES.items(), ids=lambda each: "-".join(each))
def test_what_each_carries(
    settings: Settings, notify: Desk, capsys: pytest.CaptureFixture[str], which: tuple[str, str], answer: Answer
) -> None:
    name, channel = which
    settings.CONNECTOR_CHANNELS = {channel: name}
    outcome = carrier_for(channel).send(outgoing(channel))
    assert outcome.answer is answer
    assert bool(outcome.words) is (answer is not Answer.SENT)
    assert "maureen" not in outcome.words
    brought = {
        "mail": len(mail.outbox),
        "notify": len(notify.taken),
        "console": capsys.readouterr().err.count(TO[channel]),
    }
    assert sum(brought.values()) == (answer is Answer.SENT)
    assert brought.get(name, 0) == (answer is Answer.SENT)


@pytest.mark.parametrize("name", ["mail", "notify", "console", "none"])
def test_each_says_what_became_of_one_that_never_came(settings: Settings, notify: Desk, name: str) -> None:
    settings.CONNECTOR_CHANNELS = {"email": name}
    told = carrier_for("email").became("r-none")
    assert (told.answer if told else None) == (Answer.LATER if name == "notify" else None)


def test_an_email_says_how_it_is_stopped(settings: Settings) -> None:
    settings.CONNECTOR_CHANNELS = {"email": "mail"}
    carrier_for("email").send(outgoing())
    (went,) = mail.outbox
    assert went.extra_headers["List-Unsubscribe"] == f"<{WORDS.stop}>"
    assert went.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert went.alternatives[0][1] == "text/html"
    assert "r-1@" in went.extra_headers["Message-ID"]


class Misbehaves(EmailBackend):
    """A mail server that does at one step what it was told."""

    opens: Exception | None = None
    takes: Exception | None = None

    def open(self) -> None:
        if self.opens:
            raise self.opens

    def send_messages(self, messages: Any) -> int:
        if self.takes:
            raise self.takes
        return super().send_messages(messages)


TO_NOBODY = {"x": (550, b"no such user")}
SERVERS = {
    "away": (ConnectionRefusedError(), None, Answer.LATER),
    "too slow to open": (TimeoutError(), None, Answer.LATER),
    "busy": (SMTPConnectError(421, b"later"), None, Answer.LATER),
    "nobody there": (None, SMTPRecipientsRefused(TO_NOBODY), Answer.BOUNCED),
    "their box is full": (None, SMTPRecipientsRefused({"x": (452, b"full")}), Answer.LATER),
    "not from us": (None, SMTPSenderRefused(550, b"no", "us"), Answer.NEVER),
    "grey list": (None, SMTPDataError(451, b"later"), Answer.LATER),
    "too large": (None, SMTPDataError(552, b"no"), Answer.NEVER),
    "gone half-way": (None, SMTPServerDisconnected(), Answer.UNKNOWN),
    "slow half-way": (None, TimeoutError(), Answer.UNKNOWN),
}


@pytest.mark.parametrize(("opens", "takes", "answer"), SERVERS.values(), ids=SERVERS)
def test_what_a_mail_server_may_do(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, opens: Any, takes: Any, answer: Answer
) -> None:
    settings.CONNECTOR_CHANNELS = {"email": "mail"}
    settings.CONNECTOR_EMAIL_BACKEND = f"{__name__}.Misbehaves"
    monkeypatch.setattr(Misbehaves, "opens", opens)
    monkeypatch.setattr(Misbehaves, "takes", takes)
    assert carrier_for("email").send(outgoing()).answer is answer


STATUSES = {
    400: Answer.NEVER,
    403: Answer.LATER,
    429: Answer.LATER,
    500: Answer.UNKNOWN,
    503: Answer.UNKNOWN,
}


@pytest.mark.parametrize(("status", "answer"), STATUSES.items())
def test_what_notify_may_answer(settings: Settings, notify: Desk, status: int, answer: Answer) -> None:
    settings.CONNECTOR_CHANNELS = {"email": "notify"}
    notify.status = status
    assert carrier_for("email").send(outgoing()).answer is answer


BECAME = {
    "delivered": Answer.SENT,
    "sending": Answer.SENT,
    "permanent-failure": Answer.BOUNCED,
    "temporary-failure": Answer.NEVER,
    "technical-failure": Answer.NEVER,
}


@pytest.mark.parametrize(("status", "answer"), BECAME.items())
def test_what_notify_tells_later(settings: Settings, notify: Desk, status: str, answer: Answer) -> None:
    settings.CONNECTOR_CHANNELS = {"email": "notify"}
    carrier, notify.became = carrier_for("email"), status
    carrier.send(outgoing())
    told = carrier.became("r-1")
    assert told is not None
    assert told.answer is answer


def test_notify_that_breaks_off_is_asked_for_our_reference(settings: Settings, notify: Desk) -> None:
    settings.CONNECTOR_CHANNELS = {"text": "notify"}
    carrier, notify.breaks = carrier_for("text"), True
    assert carrier.send(outgoing("text")).answer is Answer.UNKNOWN
    told = carrier.became("r-1")
    assert told is not None
    assert told.answer is Answer.SENT


def test_notify_that_is_away_and_one_that_does_not_know_us(settings: Settings) -> None:
    settings.CONNECTOR_CHANNELS = {"email": "notify"}
    with notify_server() as desk:
        settings.CONNECTOR_NOTIFY = {"key": KEY.replace("2", "3"), "url": desk.url, "templates": TEMPLATES}
        assert carrier_for("email").send(outgoing()).answer is Answer.LATER
    assert carrier_for("email").send(outgoing()).answer is Answer.LATER
    assert carrier_for("email").became("r-1") is None
    settings.CONNECTOR_NOTIFY = {"key": "", "url": desk.url, "templates": {}}
    assert carrier_for("email").send(outgoing()).answer is Answer.NEVER


def test_notify_gets_what_it_needs(settings: Settings, notify: Desk) -> None:
    settings.CONNECTOR_CHANNELS = dict.fromkeys(TO, "notify")
    for channel in TO:
        carrier_for(channel).send(outgoing(channel, f"r-{channel}"))
    by_mail, by_text, by_letter = notify.taken
    assert by_mail["one_click_unsubscribe_url"] == WORDS.stop
    assert (by_text["phone_number"], by_text["personalisation"]) == (TO["text"], {"body": WORDS.short})
    assert by_letter["personalisation"]["address_line_3"] == "QT4 4AA"
    assert {each["reference"] for each in notify.taken} == {"r-email", "r-text", "r-letter"}


def test_a_carrier_that_nobody_knows_is_named(settings: Settings) -> None:
    settings.CONNECTOR_CHANNELS = {"email": "pigeon"}
    with pytest.raises(ImproperlyConfigured, match="pigeon"):
        carrier_for("email")
