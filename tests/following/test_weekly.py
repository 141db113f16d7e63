"""Somebody without an account is sent what is on each week: asked twice, sent once a week, stopped with one press."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.http import QueryDict
from django.test import Client
from pytest_django import Settings

from cms.models import Asset
from connector.following.daily import send_weeks
from connector.following.followed import followed, in_words
from connector.following.models import Follower
from connector.notifications.actions.not_wanted import stop_messages
from connector.notifications.models import Message
from connector.notifications.recipients import person_key
from connector.notifications.sending import send_due
from tests.core.markup import faults
from tests.factories.assets import AssetFactory
from tests.factories.open_forms import filled_in
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
ANN = "ann@home.example"


@pytest.fixture(autouse=True)
def clock(settings: Settings) -> Iterator[time_machine.Traveller]:
    cache.clear()
    settings.CONNECTOR_CHANNELS = {"email": "mail"}
    with time_machine.travel(MORNING, tick=False) as found:
        yield found


@pytest.fixture
def circle(up_to_date: Callable[[], None]) -> Asset:
    """Every Wednesday at half past one, and in the index."""
    asset = AssetFactory(name="Weavers Fold Sewing Circle", summary="Sewing with a brew.", kind="group")
    SessionFactory(asset=asset, days=["WE"], first=date(2026, 1, 7), start=time(13, 30))
    up_to_date()
    return asset


def ask(**given: Any) -> Any:
    return Client().post("/weekly/", filled_in("weekly", **({"q": "sewing", "near": "", "email": ANN} | given)))


def words_of(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def sent() -> list[str]:
    """What has gone since this was asked last."""
    send_due()
    found = [str(message.body) for message in mail.outbox]
    mail.outbox.clear()
    return found


def link_in(body: str) -> str:
    return re.search(r"https?://[^/]+(/link/\S+)", body)[1]  # type: ignore[index]


def proven(**given: Any) -> str:
    """Asked for and agreed to; the path of the link."""
    ask(**given)
    path = link_in(sent()[0])
    Client().post(path, {"do": "mine"})
    return path


def test_nothing_goes_before_the_address_is_proven(circle: Asset) -> None:
    page = ask()
    assert "Look in your e-mail" in words_of(page)
    assert not faults(page.content.decode())
    assert send_weeks(date(2026, 12, 1)) == 0
    (body,) = sent()
    assert "Somebody asked us to send what is on each week to this address: “sewing”." in body
    looked = Client().get(link_in(body))
    assert "Did you ask for “sewing”, each week?" in words_of(looked)
    assert Follower.objects.get().state == "unproven", "looking changes nothing"


def test_the_week_comes_once_a_week_with_what_is_on(circle: Asset, clock: time_machine.Traveller) -> None:
    proven()
    got = []
    for day in range(9):
        clock.move_to(MORNING + timedelta(days=day))
        send_weeks(date(2026, 11, 30) + timedelta(days=day))
        send_weeks(date(2026, 11, 30) + timedelta(days=day))
        got.append(sent())
    assert [len(each) for each in got] == [1, 0, 0, 0, 0, 0, 0, 1, 0]
    assert "Weavers Fold Sewing Circle" in got[0][0]
    assert "Wed 2 and 9 Dec, 1.30pm" in got[0][0]
    assert f"{circle.get_absolute_url()}" in got[0][0]
    assert "Wed 9 and 16 Dec, 1.30pm" in got[7][0]


def test_a_week_without_anything_is_not_written_about(circle: Asset) -> None:
    proven()
    circle.sessions.update(cancelled={"2026-12-02": "The hall is shut."})
    assert send_weeks(date(2026, 11, 30)) == 1
    assert sent() == []


@pytest.mark.parametrize("before", [True, False], ids=["before it was proven", "afterwards"])
def test_one_press_stops_and_forgets(circle: Asset, before: bool) -> None:
    if before:
        ask()
        path = link_in(sent()[0])
    else:
        path = proven()
    page = Client().post(path, {"do": "stop"}, follow=True)
    assert "Your address is deleted" in words_of(page)
    assert not Follower.objects.exists()
    assert send_weeks(date(2026, 12, 1)) == 0


def test_who_stops_all_messages_is_forgotten(circle: Asset) -> None:
    proven()
    stop_messages(person=person_key(ANN), kind="weekly", now=MORNING)
    assert send_weeks(date(2026, 11, 30)) == 0
    assert not Follower.objects.exists()
    proven()
    assert send_weeks(date(2026, 12, 1)) == 1, "they asked again"


def test_who_never_answers_is_forgotten(clock: time_machine.Traveller) -> None:
    ask()
    clock.move_to(MORNING + timedelta(days=6))
    send_weeks(date(2026, 12, 6))
    assert Follower.objects.exists()
    clock.move_to(MORNING + timedelta(days=8))
    send_weeks(date(2026, 12, 8))
    assert not Follower.objects.exists()


def test_an_address_that_is_known_is_told_the_same_and_not_asked_again(circle: Asset) -> None:
    first = words_of(ask())
    sent()
    assert words_of(ask()) == first
    assert sent() == []
    assert Follower.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"email": "ann"}, "That is not an e-mail address."),
        ({"email": ""}, "Write your e-mail address"),
        ({"q": "", "near": ""}, "Say what you like, or where, or both."),
        ({"near": "zzzzqqq"}, "zzzzqqq"),
        ({"q": "x" * 201}, "200"),
        ({"website": "buy"}, "Leave this box empty."),
    ],
    ids=str,
)
def test_what_cannot_be_is_asked_again(given: dict[str, str], said: str) -> None:
    page = ask(**given)
    assert said in words_of(page) or said in page.content.decode()
    assert not Follower.objects.exists()
    assert "Not yet:" in page.content.decode()


def test_a_flood_stops_and_says_so() -> None:
    codes = [ask(email=f"ann{n}@home.example").status_code for n in range(6)]
    assert codes == [200] * 5 + [429]


def test_nobody_is_flooded_by_others() -> None:
    cache.clear()
    codes = [ask(q=f"sewing {n}").status_code for n in range(4)]
    assert codes == [200, 200, 200, 429]


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("q=sewing&near=SW1A+1AA", "q=sewing&near=SW1A+1", "“sewing” near SW1A 1"),
        ("q=badminton+near+SW1A+1AA", "q=badminton&near=SW1A+1", "“badminton” near SW1A 1"),
        ("near=SW1A+1AA&offset=20&order=soonest", "near=SW1A+1", "everything near SW1A 1"),
        ("q=tea&cost=free&day=tue&day=mon", "q=tea&day=mon&day=tue&cost=free", "“tea”"),
        ("day=mon", "day=mon", "what you chose"),
    ],
)
def test_what_is_kept_of_a_search(typed: str, kept: str, said: str) -> None:
    found = followed(QueryDict(typed))
    assert found.query == kept
    assert in_words(found.query) == said


def test_the_page_takes_over_a_search(circle: Asset) -> None:
    results = Client().get("/search/?q=sewing&cost=free").content.decode()
    assert 'formaction="/weekly/"' in results or "Nothing" in results
    page = Client().get("/weekly/?q=sewing&cost=free&offset=10").content.decode()
    assert 'value="sewing"' in page
    assert '<input type="hidden" name="cost" value="free">' in page
    assert 'name="offset"' not in page
    assert not faults(page)


def test_nothing_of_them_is_in_the_outbox(circle: Asset) -> None:
    proven()
    assert ANN not in str(list(Message.objects.values()))
