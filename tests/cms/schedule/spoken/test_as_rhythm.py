"""What was read, as a listing keeps it: the same days, or nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cms.schedule.dates import dates
from cms.schedule.spoken.as_rhythm import as_rhythm
from cms.schedule.spoken.reading import read
from cms.schedule.spoken.rules import planned_on

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tuesdays 10-12", "weekly"),
        ("every day 9-5", "daily"),
        ("last Friday of the month 10-12", "monthly"),
        ("2nd and 4th Monday, 2pm", "monthly"),
        ("every other Tuesday 1.30 till 3.30, next meeting 8 December", "fortnightly"),
        ("Saturday 12 December 10-4", "once"),
        ("Wednesdays 10-11 from 6 January to 24 March 2027", "weekly"),
    ],
)
def test_the_rhythm_falls_on_the_days_of_the_rule(text: str, kind: str) -> None:
    (rule,) = read(text, TODAY).rules
    told = as_rhythm(rule, TODAY)
    assert told
    rhythm, _ = told
    assert rhythm.kind == kind
    year = [TODAY + timedelta(days=ahead) for ahead in range(365)]
    ours = set()
    for day in dates(rhythm, TODAY):
        if day > year[-1]:
            break
        ours.add(day)
    assert ours == {day for day in year if planned_on(rule, day)}


def test_what_is_off_are_single_days_terms_and_bank_holidays() -> None:
    (rule,) = read("Tuesdays 2-4pm, term time only, not August, not bank holidays", TODAY).rules
    told = as_rhythm(rule, TODAY)
    assert told
    _, exceptions = told
    assert exceptions.term_time
    assert exceptions.bank_holidays == "off"
    assert {day for day in exceptions.closed if day.year == 2027} == {date(2027, 8, day) for day in (3, 10, 17, 24, 31)}


@pytest.mark.parametrize("text", ["April to October, Sundays 2-4pm", "24 hours", "5th Monday of the month 2-4pm"])
def test_what_a_listing_cannot_keep_is_nothing(text: str) -> None:
    assert [as_rhythm(rule, TODAY) for rule in read(text, TODAY).rules] == [None]
