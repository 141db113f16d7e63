"""The deciding parts of an offer as tables."""

from datetime import date, timedelta

import pytest

from connector.offers.deciding import MAY, Due, Times, due, may_agree
from connector.offers.models import Offer
from connector.offers.questions import QUESTIONS, before, missing, next_question, number_of
from connector.offers.wording import (
    SUMMARY,
    agreement,
    brokered,
    cut,
    described,
    months,
    title_of,
    told_too_much,
    told_when,
)

TODAY = date(2026, 11, 30)
TIMES = Times(runs=timedelta(days=100), asked=timedelta(days=20), kept=timedelta(days=30))


def test_each_state_that_an_act_names_is_one() -> None:
    assert set().union(*MAY.values()) <= set(Offer.State.values)
    assert set(Offer.State.values) - set().union(*MAY.values()) == {"returned", "withdrawn", "ended"}


@pytest.mark.parametrize(
    ("state", "sent", "ends", "closed", "what"),
    [
        ("unproven", 7, None, None, Due.NOTHING),
        ("unproven", 8, None, None, Due.FORGET),
        ("waiting", 99, None, None, Due.NOTHING),
        ("waiting", 100, None, None, Due.END),
        ("to_ring", 100, None, None, Due.END),
        ("asked", 99, None, None, Due.NOTHING),
        ("out", 10, 21, None, Due.NOTHING),
        ("out", 10, 20, None, Due.ASK),
        ("out", 10, 1, None, Due.ASK),
        ("out", 10, 0, None, Due.END),
        ("out", 10, -5, None, Due.END),
        ("out", 400, 90, None, Due.NOTHING),
        ("withdrawn", 40, None, 30, Due.NOTHING),
        ("withdrawn", 40, None, 31, Due.FORGET),
        ("ended", 400, -40, 40, Due.FORGET),
        ("returned", 5, None, 5, Due.NOTHING),
        ("returned", 60, None, None, Due.FORGET),
    ],
)
def test_what_a_day_asks_for(state: str, sent: int, ends: int | None, closed: int | None, what: Due) -> None:
    """`sent`, `closed`: days ago; `ends`: in so many days."""
    found = due(
        state=state,
        today=TODAY,
        sent_on=TODAY - timedelta(days=sent),
        ends_on=None if ends is None else TODAY + timedelta(days=ends),
        closed_on=None if closed is None else TODAY - timedelta(days=closed),
        times=TIMES,
    )
    assert found is what


@pytest.mark.parametrize(
    ("state", "rung", "yes"),
    [
        ("waiting", False, True),
        ("asked", False, True),
        ("to_ring", False, False),
        ("to_ring", True, True),
        ("out", True, False),
        ("unproven", True, False),
        ("withdrawn", True, False),
    ],
)
def test_a_number_that_nobody_proved_is_rung_first(state: str, rung: bool, yes: bool) -> None:
    assert may_agree(state, rung=rung) is yes


@pytest.mark.parametrize(
    ("words", "name", "what"),
    [
        ("I could show somebody how to bake.", "Stan", ""),
        ("Write to stan@home.example.", "", "an e-mail address"),
        ("stan at home dot example", "", "an e-mail address"),
        ("Ring 01632 960 014.", "", "a telephone number"),
        ("Ring +44 7700 900 123", "", "a telephone number"),
        ("Mornings, 9.30-11.30, since 1994", "", ""),
        ("Near M33 7ZF.", "", "a postcode"),
        ("At 12 Mill Lane.", "", "a street and house number"),
        ("See www.bread.example", "", "a web address"),
        ("Stan here, I bake.", "Stan", "your name"),
        ("i am stan and bake", "stan", "your name"),
        ("I will bake, and I will bring flour.", "Will", ""),
        ("Call me Will.", "Will", "your name"),
        ("I show people pruning roses.", "Rose", ""),
        ("My sister Rose", "rose", "your name"),
        ("I do 3 things well: bread, buns and pies.", "", ""),
    ],
)
def test_what_of_a_person_stands_in_words(words: str, name: str, what: str) -> None:
    assert told_too_much(words, name) == what


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("A lift on Sundays", "A lift on Sundays"),
        ("I bake bread. I could teach it!", "I bake bread"),
        ("Chess by post!", "Chess by post"),
        (f"{'long ' * 30}words", f"{'long ' * 15}long…"),
    ],
)
def test_what_an_offer_is_called_at_first(words: str, title: str) -> None:
    assert title_of(words) == title
    assert len(title_of(words)) <= 80


def test_what_is_cut_is_cut_between_words() -> None:
    assert cut("one two three", 9) == "one two…"
    assert cut("one two", 7) == "one two"
    assert cut("onetwothree", 7) == "onetwo…"


def test_long_words_are_told_whole_below_their_sentence() -> None:
    short, long = "I bake.", "I bake. " * 40
    assert described(short, "") == ""
    assert described(short, "Ground floor only") == "What has to be so: Ground floor only."
    assert described(long, "") == long.strip()
    assert len(long) > SUMMARY


@pytest.mark.parametrize(
    ("when", "often", "told"),
    [
        ("any evening", "About once a week", "Any evening; about once a week."),
        ("It depends.", "Once", "It depends; once."),
        ("", "Now and then", "Now and then."),
        ("", "", ""),
    ],
)
def test_when_somebody_could_in_words(when: str, often: str, told: str) -> None:
    assert told_when(when, often) == told


@pytest.mark.parametrize(
    ("days", "words"), [(182, "six months"), (365, "a year"), (91, "three months"), (40, "40 days")]
)
def test_how_long_it_runs_in_words(days: int, words: str) -> None:
    assert months(timedelta(days=days)) == words
    assert words in agreement("Near Here", timedelta(days=days))


def test_what_a_worker_reads_of_asking() -> None:
    assert "not named" in brokered(None, None, introduced=False)
    assert "You asked on Monday 30 November 2026" in brokered(TODAY, None, introduced=False)
    assert "They said yes" in brokered(TODAY, TODAY, introduced=True)
    assert "could not" in brokered(TODAY, TODAY, introduced=False)


def test_one_question_leads_to_the_next() -> None:
    assert [number_of(each) for each in (*QUESTIONS, "check")] == [1, 2, 3, 4, 5, 6]
    assert [before(each) for each in (*QUESTIONS, "check")] == ["", *QUESTIONS]
    assert missing({}) == list(QUESTIONS)
    every = {each: {"x": 1} for each in QUESTIONS}
    assert next_question({"what": {}}, "what") == "heard"
    assert next_question(every, "what") == "heard", "other words are read anew"
    assert next_question(every, "you") == "check"
    assert next_question({"what": {}, "heard": {}}, "heard") == "where"
