"""Of whoever offers nothing reaches a public address, an index, a worker or the log: planted facts are looked for."""

import io
import logging
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.core import mail
from django.test import Client
from wagtail.models import Page

from cms.models import Asset
from connector.offers.models import Offer
from search.documents import documents
from tests.factories.match_tokens import TOKEN, MatchTokenFactory
from tests.factories.places import AreaFactory
from tests.offers.conftest import a_browser, at_the_desk, link_in_the_last_letter, tell

WARD = "E05015254"
# Who it is, how to reach them, and where they live.
PERSON = ("Theodora", "theodora.finch@home.example", "01632 960 555", "01632960555", "7ZF")
# What is offered: workers may read it, and nobody else.
OFFER = ("Cat’s cradle", "string figures", "Tuesdays after chapel")
YOU = {"first_name": "Theodora", "email": "theodora.finch@home.example", "phone": "01632 960 555"}
WHAT = {"words": "Cat’s cradle and other string figures. I could teach somebody."}
WHEN = {"when": "Tuesdays after chapel"}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    listening = logging.StreamHandler(io.StringIO())
    listening.setLevel(logging.DEBUG)
    logging.getLogger().addHandler(listening)
    yield listening.stream
    logging.getLogger().removeHandler(listening)


@pytest.fixture
def offer(db: None, up_to_date: Callable[[], None], log: io.StringIO) -> Offer:
    AreaFactory(code=WARD, name="Sale Central")
    tell(what=WHAT, when=WHEN, you=YOU)
    row = Offer.objects.get()
    Client().post(link_in_the_last_letter(), {"do": "mine"})
    row.refresh_from_db()
    at_the_desk(row, "agree", title="Cat’s cradle", words=row.words)
    assert row.state == Offer.State.OUT
    link_in_the_last_letter()
    up_to_date()
    return row


def pages(client: Client, asset: Asset) -> dict[str, str]:
    """Every kind of answer in which a listing may stand."""
    addresses = [
        "/",
        "/share-something/",
        asset.get_absolute_url(),
        "/search/?q=cradle",
        "/search/?q=string+figures&near=M33+7ZF&within=3",
        "/search/?order=nearest&near=M33+7ZF",
        "/search/?order=soonest",
        "/search/?kind=offer",
        f"/search/?area={WARD}",
        "/api/search?q=cradle",
        "/api/search?kind=offer",
        f"/api/assets/{asset.uuid}",
        f"/api/assets/{asset.uuid}/schema.org",
        "/api/suggest?q=cat",
        "/api/suggest?q=theo",
        f"/map/outlines.json?ward={WARD}",
        "/sitemap.xml",
        *(page.url for page in Page.objects.live() if page.url),
    ]
    return {address: client.get(address).content.decode() for address in addresses}


def found(told: dict[str, str], planted: tuple[str, ...]) -> set[tuple[str, str]]:
    """Where which of these stands, what somebody typed into the address and sees again excepted."""
    return {
        (address, word)
        for address, text in told.items()
        for word in planted
        if word.casefold() in text.casefold() and word.casefold() not in address.casefold().replace("+", " ")
    }


def test_no_public_address_tells_of_the_offer_nor_of_its_person(client: Client, offer: Offer) -> None:
    assert found(pages(client, offer.asset), (*PERSON, *OFFER)) == set()


def test_a_worker_finds_the_offer_and_nothing_of_its_person(offer: Offer) -> None:
    worker = a_browser("Workers")
    told = pages(worker, offer.asset)
    note = {"note": "She would love to learn string figures.", "press": "show", "travel": "foot", "near": "M33 7"}
    told["/match/"] = worker.post("/match/", note).content.decode()
    seen = {word for _, word in found(told, OFFER)}
    assert {"Cat’s cradle", "string figures", "Tuesdays after chapel"} <= seen
    assert found(told, PERSON) == set()


def test_a_workers_token_reads_no_offer_at_all(offer: Offer) -> None:
    MatchTokenFactory()
    asked = {"text": "She would love to learn string figures.", "near": "M33 7"}
    headers = {"Authorization": f"Bearer {TOKEN}"}
    answer = Client().post("/api/match", asked, content_type="application/json", headers=headers)
    assert answer.status_code == 200
    told = {"/api/match": answer.content.decode()}
    assert found(told, ("Cat’s cradle", "Tuesdays after chapel", *PERSON)) == set()


def test_no_document_of_an_index_holds_its_person(offer: Offer) -> None:
    ((document, features),) = documents(Asset.objects.filter(pk=offer.asset_id), today=date(2026, 11, 30))
    held = f"{document} {features}"
    assert "string figures" in held
    assert document.for_workers
    assert [word for word in PERSON if word.casefold() in held.casefold()] == []


def test_no_row_of_the_catalogue_or_of_the_search_holds_its_person(offer: Offer) -> None:
    """Drafts and histories are copies: looked through as they lie in their tables."""
    from django.apps import apps

    held = [
        str(list(model._default_manager.values()))
        for label in ("cms", "search", "wagtailcore", "wagtailsearch", "reach", "notifications", "links")
        for model in apps.get_app_config(label).get_models()
    ]
    assert any("string figures" in rows for rows in held)
    assert [word for word in PERSON for rows in held if word.casefold() in rows.casefold()] == []


def test_no_line_of_the_log_tells(offer: Offer, log: io.StringIO) -> None:
    client = Client()
    client.get("/share-something/nobody-called-so/")
    told = log.getvalue()
    assert "messages.sent" in told, "the log is listened to"
    assert [word for word in (*PERSON, *OFFER) if word.casefold() in told.casefold()] == []


def test_no_message_to_anybody_else_and_no_address_of_a_page_tells(offer: Offer) -> None:
    assert {to for message in mail.outbox for to in message.to} == {YOU["email"]}
    links = [word for message in mail.outbox for word in message.body.split() if "://" in word]
    assert links
    assert not [word for word in PERSON for link in links if word.casefold() in link.casefold()]
