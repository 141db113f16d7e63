"""A kind of message for trying, an account that it goes to, and a carrier that answers what it is told."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from connector.accounts.models import User
from connector.notifications import kinds
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.channels import Outgoing, choosing
from connector.notifications.deciding import Answer, Outcome
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import Addressee, reference
from tests.factories.users import UserFactory

FILES = {
    "subject.txt": "Hello {{ first_name }}",
    "text.txt": "Is <{{ name }}> right?",
    "body.html": "<p>Is {{ name }} right?</p>",
    "short.txt": "Is {{ name }} right?",
    "example.json": json.dumps({"first_name": "Maureen", "name": "Sewing"}),
}


class Postman:
    """Stands for a carrier: `answers` in their order, then SENT; `taken`: what it got; `knows`: what it tells."""

    def __init__(self) -> None:
        self.answers: list[Outcome | Exception] = []
        self.taken: list[Outgoing] = []
        self.knows: Outcome | None = None
        self.while_sending: Callable[[], Any] = lambda: None

    def __call__(self) -> "Postman":
        return self

    def send(self, outgoing: Outgoing) -> Outcome:
        self.taken.append(outgoing)
        self.while_sending()
        answer = self.answers.pop(0) if self.answers else Outcome(Answer.SENT)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def became(self, reference: str) -> Outcome | None:
        return self.knows


@pytest.fixture
def postman(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Postman:
    found = Postman()
    monkeypatch.setattr(choosing, "CARRIERS", {"postman": found})
    settings.CONNECTOR_CHANNELS = {"email": "postman", "text": "postman"}
    settings.CONNECTOR_QUIET_HOURS = ""
    return found


@pytest.fixture
def kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kind:
    """ "try": about `needed`; needed no longer once that says so."""
    for name, told in FILES.items():
        (tmp_path / name).write_text(told)
    monkeypatch.setattr(kinds, "_kinds", {})

    def fill(message: Message, to: Addressee, now: datetime) -> dict[str, str] | None:
        if message.about_id == "broken":
            raise RuntimeError("Pargeterwort")
        return None if message.about_id == "over" else {"first_name": to.first_name, "name": "Sewing"}

    found = Kind("try", "trying", tmp_path, fill)
    register(found)
    register(Kind("alarm", "alarms", tmp_path, fill, urgent=True))
    return found


@pytest.fixture
def maureen(db: None) -> User:
    return UserFactory(first_name="Maureen", email="maureen@tenterclough.example")


@pytest.fixture
def put(kind: Kind, maureen: User) -> Callable[..., Message]:
    """Put a message to Maureen into the outbox."""

    def one(key: str = "one", **fields: Any) -> Message:
        to = fields.pop("to", reference("accounts.user", maureen.pk))
        enqueue(kind=fields.pop("kind", "try"), to=to, key=key, now=timezone.now(), **fields)
        return Message.objects.get(key=key)

    return one
