"""What a group reads of what its listing brought."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from cms.models import Asset, AssetAccess
from connector.asking.models import AccessQuestion
from connector.reach.helping import WANTED, words_of
from tests.factories.asking import AccessQuestionFactory
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.reach import WeekOfReachFactory
from tests.factories.users import BACKEND, UserFactory
from tests.reach.conftest import a_worker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel("2026-12-02 10:00Z", tick=False):
        yield


@pytest.fixture
def mine() -> Asset:
    asset: Asset = AssetFactory(name="Sewing Circle")
    return asset


@pytest.fixture
def maureen(mine: Asset) -> Client:
    user = UserFactory(role="Group editors")
    EditorshipFactory(user=user, asset=mine)
    browser = Client()
    browser.force_login(user, backend=BACKEND)
    return browser


def page(browser: Client, asset: Asset) -> str:
    return browser.get(f"/my-listings/{asset.uuid}/").content.decode()


def test_the_last_four_weeks_are_added_up(maureen: Client, mine: Asset) -> None:
    for week, shown in (("2026-W49", 6), ("2026-W48", 5), ("2026-W46", 3), ("2026-W45", 90)):
        WeekOfReachFactory(asset=mine, week=week, shown=shown, kept=2)
    WeekOfReachFactory(week="2026-W49", shown=70)
    assert "14 people were shown you this month, 6 kept you." in page(maureen, mine)


def test_nothing_is_said_kindly(maureen: Client, mine: Asset) -> None:
    said = page(maureen, mine)
    assert "Nobody was shown you this month. It depends on whom we visited and what they love." in said
    assert "your own editors are never counted" in said


def test_of_a_listing_that_nobody_sees_nothing_is_said(maureen: Client, mine: Asset) -> None:
    Asset.objects.filter(pk=mine.pk).update(live=False)
    assert "What it brings" not in page(maureen, mine)


def test_a_question_that_waits_is_answered_with_one_tap(maureen: Client, mine: Asset) -> None:
    AccessQuestionFactory(asset=mine, subject="toilet_with_rails", times=3)
    said = page(maureen, mine)
    assert "Toilet with rails?" in said
    maureen.post(f"/my-listings/{mine.uuid}/known/", {"answer": "toilet_with_rails:yes"})
    assert "Toilet with rails?" not in page(maureen, mine)
    draft = Asset.objects.get(pk=mine.pk).get_latest_revision_as_object()
    assert [(fact.subject, fact.state) for fact in draft.access_facts.all()] == [("toilet_with_rails", "yes")]
    assert AccessQuestion.objects.get(asset=mine).state == "asked", "it closes when people can read the answer"
    assert not AssetAccess.objects.filter(asset=mine).exists(), "a connector looks first"


def test_a_question_of_the_first_time_is_answered_in_words(maureen: Client, mine: Asset) -> None:
    AccessQuestionFactory(asset=mine, subject="quiet")
    assert "When is it quiet?" in page(maureen, mine)
    known = f"/my-listings/{mine.uuid}/known/"
    assert maureen.post(known, {"answer": "quiet:told", "words-quiet": " "}).status_code == 302
    assert "Write a few words first." in page(maureen, mine), "nothing is sent without words"
    maureen.post(known, {"answer": "quiet:told", "words-quiet": "The first half hour"})
    assert "When is it quiet?" not in page(maureen, mine)
    assert Asset.objects.get(pk=mine.pk).get_latest_revision_as_object().first_quiet == "The first half hour"


@pytest.mark.parametrize("answer", ["", "nothing:yes", "step_free:perhaps", "step_free"])
def test_what_is_no_answer_is_none(maureen: Client, mine: Asset, answer: str) -> None:
    assert maureen.post(f"/my-listings/{mine.uuid}/known/", {"answer": answer}).status_code == 404


def test_help_is_asked_for_with_one_tap_and_found_by_a_gift(maureen: Client, mine: Asset, up_to_date: Any) -> None:
    maureen.post(f"/my-listings/{mine.uuid}/help/", {"help": "driver"})
    assert "They would like somebody to drive people" in page(maureen, mine)
    up_to_date()
    worker = a_worker()
    found = worker.post("/match/", {"note": "Retired coach driver. He could drive people to things."}).content.decode()
    assert "Sewing Circle" in found
    maureen.post(f"/my-listings/{mine.uuid}/help/", {"help": "none"})
    assert Asset.objects.get(pk=mine.pk).help_wanted == ""


def test_each_help_on_offer_has_words() -> None:
    assert all(words_of(code) for code, _label, _words in WANTED)
    assert words_of("none") == ""
    assert words_of("a spaceship") is None


def test_a_poster_says_what_everybody_may_read(maureen: Client, mine: Asset) -> None:
    ContactFactory(asset=mine, name="Vera", phone="01632 960 014")
    ContactFactory(asset=mine, name="Jo", phone="01632 960 999", visibility="internal")
    said = maureen.get(f"/my-listings/{mine.uuid}/poster/").content.decode()
    assert "Sewing Circle" in said
    assert "01632 960 014" in said
    assert "960 999" not in said
    assert "<svg" in said
    assert f"/my-listings/{mine.uuid}/poster/" in page(maureen, mine)
    Asset.objects.filter(pk=mine.pk).update(live=False)
    assert maureen.get(f"/my-listings/{mine.uuid}/poster/").status_code == 404


def test_nobody_else_answers_asks_or_prints(mine: Asset) -> None:
    other = Client()
    other.force_login(UserFactory(role="Group editors"), backend=BACKEND)
    for browser, status in ((other, 404), (Client(), 302)):
        assert browser.post(f"/my-listings/{mine.uuid}/known/", {"answer": "step_free:yes"}).status_code == status
        assert browser.post(f"/my-listings/{mine.uuid}/help/", {"help": "driver"}).status_code == status
        assert browser.get(f"/my-listings/{mine.uuid}/poster/").status_code == status
    assert Asset.objects.get(pk=mine.pk).help_wanted == ""


def test_the_group_says_whether_it_likes_introductions(maureen: Client, mine: Asset) -> None:
    assert "You have not said yet" in page(maureen, mine)
    path = f"/list-your-group/kept/{mine.uuid}/coming/"
    assert "May we introduce people to you?" in maureen.get(path).content.decode()
    for state, words in (
        ("no_thanks", "You would rather not"),
        ("agreed", "You said that we may"),
        ("", "not said yet"),
    ):
        maureen.post(path, {"introductions": state, "coming": "ask_first", "new_a_month": "2", "cannot_do": ""})
        assert words in page(maureen, mine)
