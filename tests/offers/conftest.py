"""Stan, with a phone, who could show somebody how to make bread, on a Tuesday morning."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from connector.notifications.sending import send_due
from connector.offers.actions.look_at_offer import agree_offer
from connector.offers.actions.send_offer import prove_offer, send_offer
from connector.offers.models import Offer
from tests.factories.users import BACKEND, UserFactory

TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
STAN = "stan@tenterclough.example"
START = "/share-something/"
SHOWN = {"title": "Bread with your own hands", "words": "I could teach somebody how to bake bread."}
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


def answer(client: Client, question: str, *, seconds: float = 30, **more: Any) -> Any:
    """Give one answer, as Stan would where nothing else is said; the first one so many seconds ago."""
    path = START if question == "what" else f"{START}{question}/"
    ago = timedelta(seconds=seconds if question == "what" else 0)
    with time_machine.travel(timezone.now() - ago, tick=False):
        return client.post(path, {**ANSWERS[question], **more})


def agree(client: Client, **more: Any) -> Any:
    """The last press."""
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
    """An offer as the pages send it; with `proven`, its address is. `code`: of its ward."""

    def offer(*, proven: bool = True, code: str = "", **answers: dict[str, Any]) -> Offer:
        said = {question: {**ANSWERS[question], **answers.get(question, {})} for question in ANSWERS}
        given = {
            **said,
            "heard": {"codes": ["baking"], "off": []},
            "where": {"code": code, "ward": "", "sector": "M33 7"},
        }
        row = send_offer(mark=uuid4().hex, answers=given, agreed_words="Workers may find this, without my name.")
        if proven:
            prove_offer(offer=row)
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


def at_the_desk(offer: Offer, do: str, *, browser: Client | None = None, follow: bool = False, **given: str) -> Any:
    """What a connector presses on the page of an offer. `follow`: to the list, which says what came of it."""
    path = f"/admin/peoples-offers/{offer.pk}/"
    if do == "agree":
        given = {**SHOWN, **given}
    page = (browser or a_browser("Connectors")).post(path, {"do": do, **given}, follow=follow)
    offer.refresh_from_db()
    return page


def let_out(offer: Offer) -> Offer:
    """A connector has agreed to it."""
    assert agree_offer(offer=offer, by=UserFactory(role="Connectors"), rung=True, **SHOWN)
    offer.refresh_from_db()
    return offer
