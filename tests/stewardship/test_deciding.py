"""Whom to ask when, as tables."""

from collections import Counter
from datetime import date, timedelta
from hashlib import sha256

import pytest

from connector.stewardship.deciding import (
    LATE,
    Open,
    Step,
    last_day,
    may_withdraw,
    month_of,
    step_for,
)

TODAY = date(2026, 11, 30)
WEEKS = (2, 3, 4, 3)


def weeks_ago(count: int, days: int = 0) -> date:
    return TODAY - timedelta(weeks=count, days=days)


# Their day, when they were last asked, how many listings want it, what is open -> what to do.
TABLE = {
    "their day": (TODAY, None, 1, None, Step.ASK),
    "a week late": (TODAY - timedelta(days=7), None, 1, None, Step.ASK),
    "as late as may be": (TODAY - LATE, None, 1, None, Step.ASK),
    "too late: the next time": (TODAY - LATE - timedelta(days=1), None, 1, None, Step.NOTHING),
    "nothing to ask": (TODAY, None, 0, None, Step.NOTHING),
    "asked today": (TODAY, TODAY, 1, None, Step.NOTHING),
    "asked half a year ago": (TODAY, weeks_ago(26), 3, None, Step.ASK),
    "asked since their day": (weeks_ago(1), weeks_ago(0, 3), 1, None, Step.NOTHING),
    "all answered": (TODAY, TODAY, 1, Open(1, TODAY, 0), Step.CLOSE),
    "first reminder, a day early": (TODAY, None, 1, Open(1, weeks_ago(2, -1), 1), Step.NOTHING),
    "first reminder": (TODAY, None, 1, Open(1, weeks_ago(2), 1), Step.REMIND),
    "second reminder, too early": (TODAY, None, 1, Open(2, weeks_ago(2), 1), Step.NOTHING),
    "second reminder": (TODAY, None, 1, Open(2, weeks_ago(3), 2), Step.REMIND),
    "third reminder": (TODAY, None, 1, Open(3, weeks_ago(4), 1), Step.REMIND),
    "to a connector, too early": (TODAY, None, 1, Open(4, weeks_ago(2), 1), Step.NOTHING),
    "to a connector": (TODAY, None, 1, Open(4, weeks_ago(3), 1), Step.HAND_OVER),
    "the worker stood still: one reminder, not three": (TODAY, None, 1, Open(1, weeks_ago(20), 1), Step.REMIND),
}


@pytest.mark.parametrize(("day", "last_asked", "wanting", "now_open", "step"), TABLE.values(), ids=TABLE)
def test_what_to_do(day: date, last_asked: date | None, wanting: int, now_open: Open | None, step: Step) -> None:
    found = step_for(today=TODAY, day=day, last_asked=last_asked, wanting=wanting, now_open=now_open, weeks=WEEKS)
    assert found is step


def person(number: int) -> str:
    return sha256(str(number).encode()).hexdigest()


def test_without_a_choice_people_are_spread_over_the_year() -> None:
    counts = Counter(month_of(person(n), None) for n in range(1_200))
    assert set(counts) == set(range(1, 13))
    assert max(counts.values()) < 2 * min(counts.values())
    assert month_of(person(1), 5) == 5


@pytest.mark.parametrize("month", range(1, 13))
def test_everybody_has_two_days_a_year_half_a_year_apart(month: int) -> None:
    days = {last_day(person(7), month, TODAY - timedelta(days=n)) for n in range(365)}
    this_year = sorted(day for day in days if TODAY - timedelta(days=365) < day <= TODAY)
    assert len(this_year) == 2
    assert month in {day.month for day in this_year}
    assert 178 <= (this_year[1] - this_year[0]).days <= 187
    assert all(last_day(person(7), month, day) == day for day in this_year)


WITHDRAW = {
    "the only one who keeps it": (True, 0, False, True),
    "others keep it too": (True, 1, False, False),
    "a contact": (False, 0, False, False),
    "locked": (True, 0, True, False),
}


@pytest.mark.parametrize(("is_editor", "others", "locked", "may"), WITHDRAW.values(), ids=WITHDRAW)
def test_who_may_take_it_down(is_editor: bool, others: int, locked: bool, may: bool) -> None:
    assert may_withdraw(may=is_editor, other_keepers=others, locked=locked) is may
