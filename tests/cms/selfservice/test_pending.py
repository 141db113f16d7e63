"""Answers that were not sent yet: kept as JSON, laid upon whatever the listing says by then."""

import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.schedule.rhythm import WEEKDAYS
from cms.selfservice.pending import Pending, answered, laid_upon, loaded, stored
from cms.selfservice.steps import Time

TODAY = date(2026, 11, 24)
WEEKLY = Time(rhythm="weekly", days=("WE",), first=date(2026, 1, 7), start=time(13, 30))
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "rhythm": st.sampled_from(["weekly", "monthly", "once"]),
        "days": st.lists(st.sampled_from(WEEKDAYS), unique=True).map(tuple),
        "weeks_of_month": st.lists(st.sampled_from([1, 2, -1]), unique=True).map(tuple),
        "first": st.dates() | st.none(),
        "start": st.times(),
        "end": st.times() | st.none(),
        "closed": st.frozensets(st.dates(), max_size=4),
        "extra": st.frozensets(st.dates(), max_size=4),
        "cancelled": st.dictionaries(st.dates(), st.text(max_size=9), max_size=3),
    },
)
PENDING = st.builds(
    Pending,
    base=st.integers(0, 10**9),
    times=st.dictionaries(st.text(max_size=5), ANSWERS | st.none(), max_size=3),
    room=st.none() | st.just("full"),
    phone=st.none() | st.text(max_size=12),
)


@given(PENDING)
def test_it_comes_back_from_json_as_it_was(pending: Pending) -> None:
    assert loaded(json.loads(json.dumps(stored(pending)))) == pending


@pytest.mark.parametrize("kept", [None, {}, [], {"times": 3}, {"base": "x", "times": {}, "room": None, "phone": None}])
def test_what_cannot_be_read_back_is_nothing(kept: Any) -> None:
    assert not loaded(kept)


def test_answers_add_up() -> None:
    pending = answered(answered(Pending(), "7", {"days": ("TH",)}), "7", {"end": time(15)})
    assert pending.times == {"7": {"days": ("TH",), "end": time(15)}}


def test_answers_are_laid_upon_what_it_says_by_then() -> None:
    pending = answered(Pending(), "7", {"days": ("TH",)})
    later = Time(rhythm="weekly", days=("WE",), first=date(2026, 1, 7), start=time(14))
    assert laid_upon(pending, {"7": later}, TODAY, "new")["7"].start == time(14)
    assert laid_upon(pending, {"7": later}, TODAY, "new")["7"].days == ("TH",)


def test_a_time_that_is_gone_stays_gone_and_one_that_stopped_goes() -> None:
    pending = answered(answered(Pending(), "7", {"days": ("TH",)}), "8", None)
    assert laid_upon(pending, {"8": WEEKLY, "9": WEEKLY}, TODAY, "new") == {"9": WEEKLY}


def test_a_new_time_begins_today() -> None:
    pending = answered(Pending(), "new", {"rhythm": "weekly", "days": ("MO",)})
    assert laid_upon(pending, {}, TODAY, "new") == {"new": Time(rhythm="weekly", days=("MO",), first=TODAY)}
