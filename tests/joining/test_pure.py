"""The decisions as tables: what comes next, which kind, what is agreed to, what the coach says, plainer words."""

from pathlib import Path
from typing import Any

import pytest

from connector.joining.agreements import VISIBILITY, wording
from connector.joining.coach.deciding import MOST_FOR_LOOKED, TABLE, advise, say_looked
from connector.joining.coach.plain_words import PLAINER, plainer, reading_age
from connector.joining.kinds import kind_of
from connector.joining.questions import (
    QUESTIONS,
    before,
    fit_to_send,
    later_questions,
    next_question,
    safeguarding_unknown,
)

REFERENCE = Path(__file__).parents[2] / "docs/reference/listing-coach.md"
ALL = {each: {"x": 1} for each in QUESTIONS}
AT_RISK = {**ALL, "who": {"at_risk": "children"}}


def without(*gone: str) -> dict[str, Any]:
    return {each: told for each, told in ALL.items() if each not in gone}


@pytest.mark.parametrize(
    ("answers", "after", "following"),
    [
        ({}, "", "what"),
        (without("when", "where", "who", "ask"), "what", "when"),
        (without("ask"), "who", "ask"),
        (ALL, "when", "check"),
        (without("when"), "ask", "when"),
        (without("when", "who"), "where", "who"),
        ({**ALL, "where": {}}, "who", "where"),
    ],
)
def test_what_comes_next(answers: dict[str, Any], after: str, following: str) -> None:
    assert next_question(answers, after) == following
    assert fit_to_send(answers) == (following == "check")


def test_the_way_back_leads_through_every_screen() -> None:
    walked, at = [], "check"
    while at := before(at):
        walked.append(at)
    assert walked == [*reversed(QUESTIONS)]


def test_safeguarding_is_asked_first_where_it_matters_and_not_at_all_elsewhere() -> None:
    assert later_questions(AT_RISK)[0] == "safeguarding"
    assert "safeguarding" not in later_questions({**ALL, "who": {"at_risk": "neither"}})
    assert "coming" not in later_questions({**AT_RISK, "later": {"coming": {}}})


@pytest.mark.parametrize(
    ("told", "unknown"),
    [
        (None, True),
        ({}, True),
        ({"lead": "Ann", "policy": ""}, True),
        ({"lead": "", "policy": "yes"}, True),
        ({"lead": "Ann", "policy": "no"}, False),
        ({"lead": "Ann", "policy": "yes"}, False),
    ],
)
def test_what_nobody_said_of_safeguarding_is_not_known(told: Any, unknown: bool) -> None:
    assert safeguarding_unknown({**AT_RISK, "later": {"safeguarding": told}}) is unknown
    assert not safeguarding_unknown({**ALL, "who": {"at_risk": "neither"}, "later": {"safeguarding": told}})


@pytest.mark.parametrize(
    ("name", "summary", "how", "kind"),
    [
        ("Pike Lane Rug Makers", "We make rugs.", "place", "group"),
        ("Monday Yoga", "Slow yoga on chairs.", "place", "activity"),
        ("Yoga Friends Club", "Slow yoga on chairs.", "place", "group"),
        ("Debt advice", "Somebody sits down with you.", "place", "service"),
        ("Bank Top Library", "Books and a warm room.", "place", "place"),
        ("Drivers", "We need volunteers to drive.", "place", "service"),
        ("Kitchen help", "We need a volunteer on Fridays.", "place", "volunteer_role"),
        ("Quiz night", "A quiz on the screen.", "online", "online"),
        ("Donkeys", "Donkeys come to see you.", "visiting", "visiting"),
    ],
)
def test_a_kind_is_suggested(name: str, summary: str, how: str, kind: str) -> None:
    assert kind_of(name, summary, how) == kind


def test_nobody_is_shown_wider_than_they_agreed() -> None:
    assert VISIBILITY == {"everybody": "public", "workers": "partner", "no": "internal"}
    assert len({wording(each, "Tenterclough Together") for each in VISIBILITY}) == 3
    assert "workers" in wording("workers", "Tenterclough Together")


@pytest.mark.parametrize(
    ("missing", "looked", "code"),
    [
        ((), {}, None),
        (("picture",), {}, "picture"),
        (("picture", "first"), {}, "first"),
        (("safeguarding", "dates"), {"step_free": 99}, "safeguarding"),
        (("toilet", "first"), {"toilet": 5}, "first"),
        (("toilet", "first"), {"toilet": 6}, "toilet"),
        (("hearing_loop", "dates"), {"hearing_loop": 999}, "dates"),
    ],
)
def test_the_one_thing_that_would_help_most(missing: tuple[str, ...], looked: dict[str, int], code: str | None) -> None:
    known = {fact.code for fact in TABLE} - set(missing)
    advice = advise(known, looked)
    assert (advice.code if advice else None) == code


def test_what_was_asked_and_left_open_is_not_asked_again() -> None:
    known = {fact.code for fact in TABLE} - {"coming", "picture"}
    advice = advise(known, {}, asked=("coming",))
    assert advice
    assert advice.code == "picture"


@pytest.mark.parametrize(
    ("times", "words"),
    [(0, ""), (1, "A few visits"), (4, "A few visits"), (5, "5 visits"), (31, "31 visits")],
)
def test_a_small_number_is_a_few(times: int, words: str) -> None:
    assert say_looked(times).startswith(words)
    assert bool(say_looked(times)) == bool(times)


def test_the_table_is_public() -> None:
    rows = [line for line in REFERENCE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    told = [(cells[1].strip(" `"), int(cells[2])) for cells in (row.split("|") for row in rows)]
    assert told == [(fact.code, fact.weight) for fact in TABLE]
    assert f"at most {MOST_FOR_LOOKED}" in REFERENCE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Participants utilise the hall.", "People use the hall."),
        ("We facilitate walks on a weekly basis.", "We run walks every week."),
        ("Tea is free of charge.", "Tea is free."),
        ("We sew and drink tea.", "We sew and drink tea."),
        ("Requirements are none.", "Requirements are none."),
    ],
)
def test_plainer_words_keep_the_sentence_whole(text: str, said: str) -> None:
    assert plainer(text).text == said
    assert bool(plainer(text).pairs) == (text != said)


def test_no_plainer_word_is_heavy_itself() -> None:
    assert {plain for plain in PLAINER.values() if plainer(plain).pairs} == set()


def test_long_words_in_long_sentences_are_for_older_readers() -> None:
    easy = "We sew and drink tea. Come and sit with us."
    hard = (
        "Facilitated participatory sessions encouraging intergenerational collaboration and therapeutic creativity "
        "within an inclusive environment."
    )
    easy_age, hard_age = reading_age(easy), reading_age(hard)
    assert easy_age is not None
    assert hard_age is not None
    assert easy_age <= 8
    assert hard_age >= 16
    assert reading_age("Sewing, Tuesdays") is None
