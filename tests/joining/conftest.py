"""Somebody with a phone who lists a group, on a Tuesday morning."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from connector.joining.models import NewListing
from connector.notifications.sending import send_due

TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MAUREEN = "maureen@tenterclough.example"
ANSWERS: dict[str, dict[str, Any]] = {
    "what": {"name": "Pike Lane Rug Makers", "summary": "We make rag rugs and drink tea. Beginners are welcome."},
    "when": {"words": "every Tuesday 1.30pm to 3.30pm"},
    "where": {"how": "place", "words": "Weavers Hall, M33 7ZF", "street": "2 Mill Street"},
    "who": {"who_for": "", "cost": "paid", "amount": "£2"},
    "ask": {"name": "Maureen", "phone": "01632 960 014", "email": MAUREEN, "answer_given": "everybody"},
}
START = "/list-your-group/"


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    with time_machine.travel(TUESDAY_MORNING, tick=False):
        yield


@pytest.fixture
def told(db: None) -> Callable[..., NewListing]:
    """Answer the five questions as somebody would, with other answers where they are given; nothing is sent."""

    def tell(client: Client, *, theirs: bool = False, **answers: dict[str, Any]) -> NewListing:
        start = f"{START}?whose=theirs" if theirs else START
        said = {question: {**ANSWERS[question], **answers.get(question, {})} for question in ANSWERS}
        answer = client.post(start, said["what"])
        assert answer.status_code == 302, answer.content.decode()
        listing = NewListing.objects.latest("pk")
        for question in ("when", "where", "who", "ask"):
            answer_question(client, listing, question, said[question])
        listing.refresh_from_db()
        return listing

    return tell


def answer_question(client: Client, listing: NewListing, question: str, answer: dict[str, Any]) -> Any:
    """Give an answer; dates that are read back are agreed to, and of several places the first is meant."""
    address = f"{START}{listing.uuid}/{question}/"
    page = client.post(address, answer)
    if page.status_code == 200 and page.context.get("read_back"):
        page = client.post(address, {**answer, "seen": page.context["seen"]})
    if page.status_code == 200 and getattr(page.context["form"], "choices", ()):
        page = client.post(address, {**answer, "chosen": page.context["form"].choices[0].key})
    return page


def send(client: Client, listing: NewListing, email: str = MAUREEN) -> Any:
    """Press "send", and let the post go."""
    page = client.post(f"{START}{listing.uuid}/check/", {"email": email}, follow=True)
    send_due()
    listing.refresh_from_db()
    return page
