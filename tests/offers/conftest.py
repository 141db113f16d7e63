"""Stan, with a phone, who could show somebody how to make bread, on a Tuesday morning."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from connector.notifications.sending import send_due
from connector.offers.models import Offer
from tests.factories.users import BACKEND, UserFactory

TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
STAN = "stan@tenterclough.example"
START = "/share-something/"
ANSWERS: dict[str, dict[str, Any]] = {
    "what": {"words": "I baked for thirty years, and could teach somebody how to bake bread."},
    "heard": {},
    "where": {"words": "M33 7ZF"},
    "when": {"when": "weekday mornings", "often": "now_and_then", "condition": "I would like to meet first."},
    "you": {"first_name": "Stan", "email": STAN, "phone": ""},
}


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    with time_machine.travel(TUESDAY_MORNING, tick=False):
        yield


@pytest.fixture(autouse=True)
def _nobody_counted(request: pytest.FixtureRequest) -> None:
    """What was sent in the last hour is counted in the shared cache, which is a table."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        cache.clear()


def answer(client: Client, question: str, **more: Any) -> Any:
    """Give one answer, as Stan would where nothing else is said."""
    path = START if question == "what" else f"{START}{question}/"
    return client.post(path, {**ANSWERS[question], **more})


def agree(client: Client, seconds: float = 30, **more: Any) -> Any:
    """The last press, so long after the first answer."""
    with time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False):
        return client.post(f"{START}check/", {"agreed": "on", **more})


def tell(client: Client | None = None, **answers: dict[str, Any]) -> Any:
    """All of it, through the six screens. The answer to the last press."""
    browser = client or Client()
    for question in ANSWERS:
        page = answer(browser, question, **answers.get(question, {}))
        assert page.status_code == 302, page.content.decode()
    return agree(browser)


@pytest.fixture
def offered(db: None) -> Callable[..., Offer]:
    """An offer that came through the public pages; with `proven`, its address is."""

    def offer(*, proven: bool = True, **answers: dict[str, Any]) -> Offer:
        assert tell(**answers).status_code == 302
        row = Offer.objects.latest("pk")
        if proven and row.email:
            Client().post(link_in_the_last_letter(), {"do": "mine"})
            row.refresh_from_db()
        return row

    return offer


def link_in_the_last_letter() -> str:
    """The path of its first link, once everything that waits has gone."""
    send_due()
    found = re.search(r"https?://[^/\s]+(/link/[^/\s]+/)", mail.outbox[-1].body)
    assert found, mail.outbox[-1].body
    return found[1]


def a_browser(role: str) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role), backend=BACKEND)
    return client


def at_the_desk(offer: Offer, do: str, browser: Client | None = None, **given: str) -> Any:
    """What a connector presses on the page of an offer."""
    path = f"/admin/peoples-offers/{offer.pk}/"
    if do == "agree":
        given = {"title": "Bread with your own hands", "words": "I could teach somebody how to bake bread.", **given}
    page = (browser or a_browser("Connectors")).post(path, {"do": do, **given}, follow=True)
    offer.refresh_from_db()
    return page
