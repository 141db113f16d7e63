"""Somebody without an account tells what they would share: six screens, chips, what is kept, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from connector.notifications.models import Message
from connector.notifications.sending import send_due
from connector.offers.models import Offer
from tests.factories.places import AreaFactory
from tests.offers.conftest import ANSWERS, STAN, START, agree, answer, link_in_the_last_letter, tell

pytestmark = pytest.mark.django_db
State = Offer.State
Offered = Callable[..., Offer]


def test_six_screens_lead_to_an_offer_that_nobody_sees_yet() -> None:
    ward = AreaFactory(code="E05015254", name="Sale Central")
    browser = Client()
    assert "Question 1 of 6" in browser.get(START).content.decode()
    path = START
    for number, question in enumerate(ANSWERS, 2):
        path = answer(browser, question)["Location"]
        assert f"Question {number} of 6" in browser.get(path).content.decode()
    page = browser.get(path).content.decode()
    assert "Sale Central" in page
    assert STAN in page
    assert agree(browser)["Location"] == f"{START}sent/"
    row = Offer.objects.get()
    assert (row.state, row.first_name, row.email, row.area, row.sector) == (State.UNPROVEN, "Stan", STAN, ward, "M33 7")
    assert (row.when, row.often, row.condition) == ("weekday mornings", "now_and_then", "I would like to meet first.")
    assert "baking" in row.heard
    assert "without my name" in row.agreed_words
    assert row.asset is None
    assert "Look in your e-mail" in browser.get(f"{START}sent/").content.decode()


def test_of_the_postcode_only_the_ward_and_the_sector_are_kept() -> None:
    tell()
    kept = [str(value) for row in Offer.objects.values() for value in row.values()]
    assert not any("7ZF" in value for value in kept)


def test_what_was_read_is_shown_as_chips_and_taken_away() -> None:
    browser = Client()
    answer(browser, "what")
    page = browser.get(f"{START}heard/").content.decode()
    assert 'value="off:baking"' in page
    back = browser.post(f"{START}heard/", {"press": "off:baking"})
    assert back["Location"] == f"{START}heard/"
    assert 'value="on:baking"' in browser.get(f"{START}heard/").content.decode(), "a slip costs nothing"
    for question in ("heard", "where", "when", "you"):
        answer(browser, question)
    agree(browser)
    assert "baking" not in Offer.objects.get().heard


def test_words_that_mean_nothing_to_us_are_taken_too() -> None:
    tell(what={"words": "Zibbering, of an evening."})
    assert Offer.objects.get().title == "Zibbering, of an evening"


def test_until_it_is_sent_it_lies_in_the_session_alone_and_then_no_more_there() -> None:
    browser = Client()
    for question in ANSWERS:
        answer(browser, question)
    assert not Offer.objects.exists()
    held = [row.get_decoded() for row in Session.objects.all()]
    assert STAN in str(held)
    agree(browser)
    assert STAN not in str([row.get_decoded() for row in Session.objects.all()])


def test_pressed_twice_it_is_sent_once() -> None:
    browser = Client()
    for question in ANSWERS:
        answer(browser, question)
    session = dict(browser.session)
    agree(browser)
    assert agree(browser)["Location"] == f"{START}sent/"
    # Both presses were under way at once: the second finds the answers still there.
    again = browser.session
    again.update(session)
    again.save()
    agree(browser)
    assert Offer.objects.count() == 1
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("question", "given", "told"),
    [
        ("what", {"words": " "}, "Write what you could share"),
        ("what", {"words": "Ring me on 01632 960 014"}, "Leave out a telephone number"),
        ("where", {"words": ""}, "Write your postcode"),
        ("where", {"words": "Nowhereatall"}, "Nowhereatall"),
        ("when", {"when": ""}, "Write when you could"),
        ("when", {"often": "never"}, "Select a valid choice"),
        ("when", {"condition": "At 12 Mill Lane"}, "Leave out a street"),
        ("you", {"first_name": ""}, "Write a first name"),
        ("you", {"email": "", "phone": ""}, "Write an e-mail address or a telephone number"),
        ("you", {"email": "stan@"}, "not a whole e-mail address"),
        ("you", {"phone": "12"}, "Write the whole number"),
    ],
)
def test_a_wrong_answer_says_what_to_do_and_stays(question: str, given: dict[str, Any], told: str) -> None:
    browser = Client()
    if question != "what":
        answer(browser, "what")
    page = answer(browser, question, **given)
    assert page.status_code == 200
    words = page.content.decode()
    assert told in words
    assert all(value in words for value in given.values())


@pytest.mark.parametrize("what", [{"agreed": ""}, {"website": "cheap"}])
def test_without_a_yes_and_from_machines_nothing_is_taken(what: dict[str, str]) -> None:
    browser = Client()
    for question in ANSWERS:
        answer(browser, question)
    assert agree(browser, **what).status_code == 200
    assert not Offer.objects.exists()
    assert agree(browser).status_code == 302


@pytest.mark.parametrize(("seconds", "taken"), [(2, False), (5, True), (3600, True)])
def test_nobody_answers_six_questions_in_three_seconds(seconds: float, taken: bool) -> None:
    browser = Client()
    for question in ANSWERS:
        answer(browser, question, seconds=seconds)
    page = agree(browser)
    assert Offer.objects.exists() is taken
    assert taken or "send it once more" in page.content.decode()


def test_a_name_in_the_words_is_taken_out_first() -> None:
    browser = Client()
    for question in ANSWERS:
        answer(browser, question, **({"words": "Stan here. I teach baking."} if question == "what" else {}))
    assert "Your name stands in what workers would read" in agree(browser).content.decode()
    answer(browser, "what")
    answer(browser, "heard")
    assert agree(browser).status_code == 302


def test_nothing_is_asked_out_of_turn() -> None:
    browser = Client()
    assert browser.get(f"{START}where/")["Location"] == START
    assert browser.get(f"{START}check/")["Location"] == START
    assert browser.get(f"{START}nonsense/").status_code == 404
    answer(browser, "what")
    assert browser.get(f"{START}check/")["Location"] == f"{START}heard/"
    assert agree(browser)["Location"] == f"{START}heard/"
    assert not Offer.objects.exists()


def test_not_too_often_for_one_person_nor_from_one_place() -> None:
    assert [tell().status_code for _ in range(4)] == [302, 302, 302, 429]
    others = [tell(you={"email": f"ann{number}@home.example"}).status_code for number in range(3)]
    assert others == [302, 429, 429]


def test_whoever_does_not_answer_is_written_to_three_times_and_no_more(offered: Offered) -> None:
    for _ in range(3):
        offered(proven=False)
    assert tell().status_code == 429
    assert Message.objects.count() == 3


def test_looking_at_the_link_proves_nothing_and_a_press_does(offered: Offered) -> None:
    row = offered(proven=False)
    path = link_in_the_last_letter()
    assert mail.outbox[-1].to == [STAN]
    assert "Yes, that is me" in Client().get(path).content.decode()
    row.refresh_from_db()
    assert row.state == State.UNPROVEN
    for _ in range(2):
        Client().post(path, {"do": "mine"})
        row.refresh_from_db()
        assert row.state == State.WAITING
    assert row.proved_at is not None


def test_who_gave_a_number_alone_is_rung_and_written_to_by_nobody() -> None:
    browser = Client()
    tell(browser, you={"email": "", "phone": "01632 960 337"})
    assert "A community connector rings you." in browser.get(f"{START}sent/").content.decode()
    row = Offer.objects.get()
    assert row.state == State.TO_RING
    send_due()
    assert mail.outbox == []
