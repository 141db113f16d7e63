"""A rhythm is valid and canonical, and what is wrong is said in words that tell what to do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from cms.schedule.rhythm import Rhythm, RhythmProblem

TUESDAYS = {
    "kind": "weekly",
    "days": ("TU",),
    "weeks_of_month": (),
    "first": date(2026, 1, 6),
    "until": None,
    "start": time(13, 30),
    "end": time(15, 30),
}


def made(**changes: Any) -> Rhythm:
    return Rhythm(**{**TUESDAYS, **changes})


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"kind": "yearly"}, "kind", "Choose how often"),
        ({"days": ()}, "days", "Choose at least one day"),
        ({"days": ("tue",)}, "days", "'tue' is not one of them"),
        ({"kind": "daily", "days": ("MO", "TU")}, "days", "choose every week"),
        ({"kind": "once", "days": ("MO",)}, "first", "Tuesday 6 January 2026 is not the day chosen"),
        ({"kind": "fortnightly", "days": ("FR",)}, "first", "Choose a date on which it will run"),
        ({"kind": "monthly"}, "weeks_of_month", "Choose at least one week"),
        ({"kind": "monthly", "weeks_of_month": (5,)}, "weeks_of_month", "Choose from the first"),
        ({"weeks_of_month": (2,)}, "weeks_of_month", "clear the weeks"),
        ({"until": date(2026, 1, 5)}, "until", "on or after Tuesday 6 January 2026"),
        ({"kind": "once", "until": date(2026, 2, 3)}, "until", "choose a rhythm"),
        ({"first": date(1066, 10, 14)}, "first", "Check the year"),
        ({"until": date(3026, 1, 6)}, "until", "Check the year"),
        ({"first": datetime(2026, 1, 6, 13, 30, tzinfo=UTC)}, "first", "Give the date alone"),
        ({"end": time(13, 30)}, "end", "leave the end empty"),
        ({"end": time(12, 30)}, "end", "Check morning and afternoon"),
        ({"start": time(13, 30, 15)}, "start", "hours and minutes"),
        ({"end": time(15, 30, tzinfo=UTC)}, "end", "hours and minutes"),
    ],
)
def test_a_problem_names_its_field_and_says_what_to_do(changes: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(RhythmProblem) as caught:
        made(**changes)
    assert caught.value.field == field
    assert words in caught.value.message
    assert caught.value.message == str(caught.value)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"days": ("FR", "MO", "FR")}, {"days": ("MO", "FR")}),
        ({"kind": "monthly", "weeks_of_month": (-1, 3, 1)}, {"kind": "monthly", "weeks_of_month": (1, 3, -1)}),
        ({"kind": "once"}, {"kind": "once", "days": ()}),
        ({"kind": "once", "until": date(2026, 1, 6)}, {"kind": "once", "days": (), "until": None}),
        (
            {"kind": "daily", "days": ("SU", "MO", "TU", "WE", "TH", "FR", "SA")},
            {"kind": "daily", "days": ()},
        ),
    ],
)
def test_two_ways_to_say_one_rhythm_are_equal(given: dict[str, Any], kept: dict[str, Any]) -> None:
    assert made(**given) == made(**kept)
    for name, value in kept.items():
        assert getattr(made(**given), name) == value
    assert hash(made(**given)) == hash(made(**kept))


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (time(13, 30), time(15, 30), 2),
        (time(20, 0), time(0, 0), 4),
        (time(20, 0), time(8, 0), 12),
        (time(9, 0), time(22, 0), 13),
    ],
)
def test_an_end_before_the_start_is_past_midnight(start: time, end: time, hours: int) -> None:
    assert made(start=start, end=end).length == timedelta(hours=hours)


def test_without_an_end_there_is_no_length() -> None:
    assert made(end=None).length is None
