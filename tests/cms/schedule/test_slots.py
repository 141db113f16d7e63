"""The parts of the week that a session fills."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings

from cms.schedule.rhythm import Rhythm
from cms.schedule.slots import DAYS, PARTS, part_of_day, weekly_slots
from tests.cms.schedule.strategies import rhythms

FIRST = date(2026, 1, 6)  # a Tuesday


@pytest.mark.parametrize(
    ("moment", "part"),
    [
        (time(0), "morning"),
        (time(11, 59), "morning"),
        (time(12), "afternoon"),
        (time(16, 59), "afternoon"),
        (time(17), "evening"),
        (time(23, 59), "evening"),
    ],
)
def test_the_part_of_the_day(moment: time, part: str) -> None:
    assert part_of_day(moment) == part


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        (time(13, 30), time(15, 30), "afternoon"),
        (time(10, 30), time(12, 0), "morning"),
        (time(10, 30), time(12, 29), "morning"),
        (time(10, 30), time(12, 30), "morning afternoon"),
        (time(11, 31), time(14, 0), "afternoon"),
        (time(11, 30), time(17, 30), "morning afternoon evening"),
        (time(16, 0), time(18, 0), "afternoon evening"),
        (time(11, 50), time(12, 15), "afternoon"),
        (time(11, 45), time(12, 15), "morning"),
        (time(10, 0), time(10, 20), "morning"),
        (time(19, 0), None, "evening"),
        (time(20, 0), time(8, 0), "evening"),
        (time(23, 45), time(0, 45), "evening"),
    ],
)
def test_half_an_hour_is_enough_to_count(start: time, end: time | None, parts: str) -> None:
    found = weekly_slots(Rhythm("weekly", ("TU",), (), FIRST, None, start, end))
    assert found == {f"tue-{part}" for part in parts.split()}


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        (Rhythm("once", (), (), FIRST, None, time(10), None), ["tue"]),
        (Rhythm("daily", (), (), FIRST, None, time(10), None), list(DAYS)),
        (Rhythm("weekly", ("MO", "SU"), (), FIRST, None, time(10), None), ["mon", "sun"]),
        (Rhythm("fortnightly", ("TU", "SA"), (), FIRST, None, time(10), None), ["tue", "sat"]),
        (Rhythm("monthly", ("FR",), (2, -1), FIRST, None, time(10), None), ["fri"]),
    ],
)
def test_the_days_it_can_fall_on(rhythm: Rhythm, days: list[str]) -> None:
    assert weekly_slots(rhythm) == {f"{day}-morning" for day in days}


@given(rhythms())
@settings(deadline=None)
def test_every_session_is_somewhere_in_the_week(rhythm: Rhythm) -> None:
    found = weekly_slots(rhythm)
    assert found
    assert found <= {f"{day}-{part}" for day in DAYS for part in PARTS}
