"""Somebody without an account says that a listing is wrong: taken, told, answered, kept, emptied of whoever sent it."""

import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.models import Asset
from connector.corrections.models import Correction
from tests.factories.assets import AssetFactory
from tests.factories.open_forms import filled_in
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
State = Correction.State


@pytest.fixture(autouse=True)
def _nobody_counted() -> None:
    cache.clear()


@pytest.fixture
def circle() -> Asset:
    return AssetFactory(name="Sewing circle")


def send(asset: Asset, *, seconds: float = 30, **more: str):
    given = {"topic": "times", "words": "It is on Thursdays now.", "contact": "ann@home.example"} | more
    url = reverse("suggest_correction", args=[asset.uuid])
    return Client().post(url, filled_in("correction", seconds=seconds, **given))


def standing(sent) -> str:
    return re.sub(r"https?://[^/]+", "", sent["Location"])


def desk() -> Client:
    client = Client()
    client.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    return client


def act(client: Client, action: str, row: Correction, **given: str):
    url = reverse("wagtail_bulk_action", args=["corrections", "correction", action])
    return client.post(f"{url}?id={row.pk}", given, follow=True)


def test_it_is_taken_and_the_sender_sees_where_it_stands(circle: Asset) -> None:
    assert reverse("suggest_correction", args=[circle.uuid]) in Client().get(circle.get_absolute_url()).content.decode()
    sent = send(circle)
    row = Correction.objects.get()
    assert (row.asset, row.topic, row.words, row.state) == (circle, "times", "It is on Thursdays now.", State.NEW)
    page = Client().get(standing(sent)).content.decode()
    assert row.number in page
    assert "Nobody has looked yet." in page
    assert "ann@home.example" not in page
    assert "ann" not in standing(sent)
    assert row.number not in standing(sent), "the number opens nothing"


def test_the_sender_reads_each_step_and_the_answer(circle: Asset) -> None:
    sent, browser = send(circle), desk()
    row = Correction.objects.get()
    act(browser, "take-up", row)
    assert "looking into it" in Client().get(standing(sent)).content.decode()
    act(browser, "righted", row)
    assert Correction.objects.get().state == State.LOOKING, "not without an answer"
    act(browser, "righted", row, answer="Thursdays it is.")
    page = Client().get(standing(sent)).content.decode()
    assert "It is put right." in page
    assert "Thursdays it is." in page
    act(browser, "left", row, answer="They rang: Wednesdays after all.")
    assert "left the page as it is" in Client().get(standing(sent)).content.decode()


def test_the_group_reads_it_on_its_page_and_never_who_sent_it(circle: Asset) -> None:
    maureen = UserFactory(role="Group editors")
    EditorshipFactory(user=maureen, asset=circle)
    send(circle)
    browser = Client()
    browser.force_login(maureen, backend=BACKEND)
    page = browser.get(f"/my-listings/{circle.uuid}/").content.decode()
    assert "It is on Thursdays now." in page
    assert "ann@home.example" not in page


def test_connectors_see_all_of_it_and_nobody_else_does(circle: Asset) -> None:
    send(circle)
    url = reverse("wagtailsnippets_corrections_correction:list")
    page = desk().get(url).content.decode()
    assert "It is on Thursdays now." in page
    assert "ann@home.example" in page
    worker = Client()
    worker.force_login(UserFactory(role="Workers"), backend=BACKEND)
    assert worker.get(url, follow=True).status_code == 403


def test_nothing_vanishes_with_its_listing(circle: Asset) -> None:
    sent = send(circle)
    circle.delete()
    row = Correction.objects.get()
    assert (row.asset, row.listing) == (None, "Sewing circle")
    assert "Sewing circle" in Client().get(standing(sent)).content.decode()
    assert "Sewing circle" in desk().get(reverse("wagtailsnippets_corrections_correction:list")).content.decode()


@pytest.mark.parametrize(
    "what",
    [
        {"website": "cheap"},
        {"stamp": "forged"},
        {"stamp": ""},
        {"topic": "pills"},
        {"topic": ""},
        {"words": " "},
        {"words": "x" * 1001},
        {"words": "https://a.example and https://b.example"},
    ],
)
def test_what_machines_send_is_refused_and_words_stay(circle: Asset, what: dict[str, str]) -> None:
    answer = send(circle, **what)
    assert answer.status_code == 200
    assert not Correction.objects.exists()
    assert what.get("words", "It is on Thursdays now.").strip() in answer.content.decode()


@pytest.mark.parametrize(("seconds", "taken"), [(1, False), (5, True), (23 * 3600, True), (25 * 3600, False)])
def test_neither_too_fast_nor_too_late(circle: Asset, seconds: float, taken: bool) -> None:
    send(circle, seconds=seconds)
    assert Correction.objects.exists() is taken


def test_a_stamp_of_another_form_is_none(circle: Asset) -> None:
    fields = filled_in("claim", topic="times", words="Thursdays.")
    Client().post(reverse("suggest_correction", args=[circle.uuid]), fields)
    assert not Correction.objects.exists()


def test_not_too_often_from_one_place(circle: Asset) -> None:
    answers = [send(circle, words=f"Number {n} is wrong.").status_code for n in range(7)]
    assert answers == [302] * 5 + [429] * 2
    assert Correction.objects.count() == 5


def test_an_hour_is_an_hour_after_the_last_one_too(circle: Asset) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        assert [send(circle).status_code for _ in range(5)] == [302] * 5
        clock.shift(timedelta(minutes=59))
        assert send(circle).status_code == 429
        clock.shift(timedelta(minutes=2))
        assert send(circle).status_code == 302


def test_only_of_what_everybody_sees() -> None:
    for asset in (AssetFactory(kind="offer"), AssetFactory(unasked=True), AssetFactory(withdrawn=True)):
        assert send(asset).status_code == 404
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("sent", "answered", "emptied"), [(10, 5, False), (400, 200, True), (200, None, False), (400, None, True)]
)
def test_who_sent_it_is_forgotten_after_a_setting(
    circle: Asset, settings, sent: int, answered: int | None, emptied: bool
) -> None:
    settings.CONNECTOR_KEEP_SENT_DAYS = 180
    send(circle)
    now = timezone.now()
    Correction.objects.update(
        sent_at=now - timedelta(days=sent), answered_at=now - timedelta(days=answered) if answered else None
    )
    call_command("purge_corrections", stdout=StringIO())
    row = Correction.objects.get()
    assert (row.words == "" and row.contact == "") is emptied
    assert (row.topic, row.number != "") == ("times", True)
