"""Bank holidays of each nation against a list written by hand, and exceptions that contradict themselves."""

from __future__ import annotations

from datetime import date

import pytest

from cms.schedule.exceptions import NATIONS, Exceptions, Nation, Terms, bank_holidays
from cms.schedule.rhythm import RhythmProblem

# Written out by hand: substitute days, and a holiday at a weekend on its own date as well.
BY_HAND_2027 = {
    "ENG": "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28",
    "WLS": "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28",
    "SCT": "01-01 01-02 01-04 03-26 05-03 05-31 08-02 11-30 12-25 12-26 12-27 12-28",
    "NIR": "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-25 12-26 12-27 12-28",
}


@pytest.mark.parametrize("nation", NATIONS)
def test_the_bank_holidays_of_2027(nation: Nation) -> None:
    assert " ".join(f"{day:%m-%d}" for day in bank_holidays(nation, 2027)) == BY_HAND_2027[nation]


def test_a_substitute_day_says_what_it_is() -> None:
    assert bank_holidays("ENG", 2026)[date(2026, 12, 28)] == "Boxing Day (substitute day)"
    assert bank_holidays("ENG", 2027)[date(2027, 3, 26)] == "Good Friday"


def test_a_nation_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="ENG, WLS, SCT, NIR"):
        bank_holidays("FRA", 2027)  # type: ignore[arg-type]


def test_a_year_beyond_the_calendar_has_none() -> None:
    assert dict(bank_holidays("ENG", 2150)) == {}


def test_bank_holidays_cannot_be_changed_by_who_reads_them() -> None:
    with pytest.raises(TypeError):
        bank_holidays("ENG", 2027)[date(2027, 5, 4)] = "The day after"  # type: ignore[index]


def test_closed_and_extra_on_one_day_is_a_problem() -> None:
    day = date(2026, 12, 1)
    with pytest.raises(RhythmProblem, match="Tuesday 1 December 2026 is both closed and extra") as caught:
        Exceptions(closed=frozenset({day}), extra=frozenset({day}))
    assert caught.value.field == "extra"


def test_bank_holidays_are_on_or_off() -> None:
    with pytest.raises(RhythmProblem, match="on or off") as caught:
        Exceptions(bank_holidays="maybe")  # type: ignore[arg-type]
    assert caught.value.field == "bank_holidays"


def test_exceptions_keep_their_own_copy() -> None:
    reasons = {date(2026, 12, 1): "The boiler"}
    exceptions = Exceptions(cancelled=reasons)
    reasons.clear()
    assert exceptions.cancelled == {date(2026, 12, 1): "The boiler"}
    assert hash(exceptions) == hash(Exceptions(cancelled={date(2026, 12, 1): "The boiler"}))


def test_a_term_holds_its_first_and_last_day_and_no_half_term() -> None:
    terms = Terms(((date(2027, 1, 4), date(2027, 2, 12)), (date(2027, 2, 22), date(2027, 3, 25))))
    inside = [date(2027, 1, 4), date(2027, 2, 12), date(2027, 2, 22), date(2027, 3, 25)]
    outside = [date(2027, 1, 3), date(2027, 2, 13), date(2027, 2, 21), date(2027, 3, 26)]
    assert all(day in terms for day in inside)
    assert not any(day in terms for day in outside)


def test_a_term_that_ends_before_it_starts_is_a_problem() -> None:
    with pytest.raises(RhythmProblem, match="must end on or after") as caught:
        Terms(((date(2027, 2, 12), date(2027, 1, 4)),))
    assert caught.value.field == "ends"
