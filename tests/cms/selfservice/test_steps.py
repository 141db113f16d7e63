"""Which question comes next, and what an answer does to a time: tables, no database."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from cms.schedule.rhythm import RhythmProblem
from cms.selfservice.steps import Time, changed, exceptions, fortnights, next_question, questions, rhythm

TODAY = date(2026, 11, 24)  # a Tuesday
WEEKLY = Time(rhythm="weekly", days=("WE",), first=date(2026, 1, 7), start=time(13, 30), end=time(15, 30))
FORTNIGHTLY = replace(WEEKLY, rhythm="fortnightly")


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        (Time(), "rhythm"),
        (Time(rhythm="weekly"), "days"),
        (Time(rhythm="weekly", days=("WE",)), "hours"),
        (WEEKLY, None),
        (replace(WEEKLY, rhythm="monthly"), "weeks"),
        (replace(WEEKLY, rhythm="monthly", weeks_of_month=(2,)), None),
        (FORTNIGHTLY, None),
        (replace(FORTNIGHTLY, days=("TH",)), "date"),
        (replace(FORTNIGHTLY, first=None), "date"),
        (Time(rhythm="once"), "date"),
        (Time(rhythm="once", first=date(2026, 11, 23)), "date"),
        (Time(rhythm="once", first=TODAY), "hours"),
        (Time(rhythm="daily", first=TODAY, start=time(9)), None),
    ],
)
def test_the_next_question(asked: Time, question: str | None) -> None:
    assert next_question(asked, TODAY) == question


@pytest.mark.parametrize(
    ("before", "answers", "after"),
    [
        (WEEKLY, {"days": ("TH",)}, replace(WEEKLY, days=("TH",))),
        (WEEKLY, {"rhythm": "daily"}, replace(WEEKLY, rhythm="daily", days=())),
        (
            replace(WEEKLY, rhythm="monthly", weeks_of_month=(2,)),
            {"rhythm": "weekly"},
            replace(WEEKLY, rhythm="weekly"),
        ),
        (
            replace(WEEKLY, until=date(2026, 12, 1)),
            {"rhythm": "once", "first": TODAY},
            replace(WEEKLY, rhythm="once", days=(), first=TODAY),
        ),
        (replace(WEEKLY, until=date(2026, 7, 1)), {"days": ("TH",)}, replace(WEEKLY, days=("TH",))),
        (
            replace(WEEKLY, until=date(2026, 7, 1)),
            {"closed": frozenset({TODAY})},
            replace(WEEKLY, until=date(2026, 7, 1), closed=frozenset({TODAY})),
        ),
        (
            replace(WEEKLY, until=date(2027, 7, 1)),
            {"days": ("TH",)},
            replace(WEEKLY, until=date(2027, 7, 1), days=("TH",)),
        ),
        (WEEKLY, {"rhythm": "fortnightly"}, replace(FORTNIGHTLY, first=None)),
        (FORTNIGHTLY, {"rhythm": "fortnightly"}, FORTNIGHTLY),
        (
            replace(WEEKLY, first=date(2027, 1, 6)),
            {"rhythm": "once"},
            replace(WEEKLY, rhythm="once", days=(), first=None),
        ),
        (Time(), {"rhythm": "weekly"}, Time(rhythm="weekly", first=TODAY)),
        (Time(), {"rhythm": "fortnightly"}, Time(rhythm="fortnightly")),
    ],
)
def test_what_an_answer_does(before: Time, answers: dict[str, Any], after: Time) -> None:
    assert changed(before, answers, TODAY) == after


def test_what_is_known_makes_a_rhythm_and_what_is_missing_is_said() -> None:
    assert rhythm(WEEKLY).days == ("WE",)
    with pytest.raises(RhythmProblem, match="when it starts"):
        rhythm(replace(WEEKLY, start=None))
    with pytest.raises(RhythmProblem, match="which date"):
        rhythm(replace(WEEKLY, first=None))


def test_a_date_that_is_both_closed_and_extra_is_closed() -> None:
    both = replace(WEEKLY, closed=frozenset({TODAY}), extra=frozenset({TODAY, date(2026, 12, 1)}))
    assert exceptions(both).extra == frozenset({date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (WEEKLY, ("days", "hours", "called-off", "not-on", "rhythm")),
        (FORTNIGHTLY, ("days", "date", "hours", "called-off", "not-on", "rhythm")),
        (replace(WEEKLY, rhythm="monthly"), ("days", "weeks", "hours", "called-off", "not-on", "rhythm")),
        (replace(WEEKLY, rhythm="once"), ("date", "hours", "called-off", "not-on", "rhythm")),
        (replace(WEEKLY, rhythm="daily"), ("hours", "called-off", "not-on", "rhythm")),
    ],
)
def test_only_what_goes_with_it_is_asked(asked: Time, shown: tuple[str, ...]) -> None:
    assert questions(asked) == shown


@pytest.mark.parametrize(
    ("days", "choices"),
    [
        (("TU",), (date(2026, 11, 24), date(2026, 12, 1))),
        (("MO",), (date(2026, 11, 30), date(2026, 12, 7))),
        (("TU", "TH"), (date(2026, 11, 24), date(2026, 12, 1))),
        (("MO", "FR"), (date(2026, 11, 27), date(2026, 11, 30))),
        ((), ()),
    ],
)
def test_the_two_ways_to_count_every_other_week(days: tuple[str, ...], choices: tuple[date, ...]) -> None:
    found = fortnights(days, TODAY)
    assert found == choices
    weeks = {(day - date(2026, 1, 5)).days // 7 % 2 for day in found}
    assert len(weeks) == len(found), "they are in different weeks"
    for first in found:
        assert rhythm(replace(FORTNIGHTLY, days=days, first=first)).first == first
