"""How often a phone may be tried, and which digits will do."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connector.matching.tries import LONGEST_PAUSE, TRIES, is_closed, pause_after, pin_problem, tries_left

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, None), (1, None), (4, None), (5, 5), (6, None), (10, 10), (15, 20), (25, 60)]
)
def test_a_pause_after_every_fifth(failures: int, minutes: int | None) -> None:
    assert pause_after(failures) == (minutes and timedelta(minutes=minutes))


@given(st.integers(1, 30_000))
def test_a_pause_never_gets_shorter_nor_endless(rounds: int) -> None:
    one, next_one = pause_after(rounds * TRIES), pause_after((rounds + 1) * TRIES)
    assert one is not None
    assert next_one is not None
    assert one <= next_one <= LONGEST_PAUSE


@given(st.integers(0, 1000))
def test_the_tries_that_are_left_lead_to_the_pause(failures: int) -> None:
    assert pause_after(failures + tries_left(failures)) is not None


def test_closed_until_the_minute() -> None:
    assert not is_closed(None, NOW)
    assert is_closed(NOW, NOW - timedelta(seconds=1))
    assert not is_closed(NOW, NOW)


@pytest.mark.parametrize("pin", ["2580", "19481130", "00017", "90125"])
def test_digits_that_will_do(pin: str) -> None:
    assert pin_problem(pin) == ""


@pytest.mark.parametrize(
    "pin", ["", "123", "123456789", "12a4", "٣٤٥٦", "0000", "1234", "4321", "7890", "98765", " 2580"]
)
def test_digits_that_will_not(pin: str) -> None:
    assert pin_problem(pin)
