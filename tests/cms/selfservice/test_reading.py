"""Dates without a year and telephone numbers, as people type them."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.panels.written import Unreadable
from cms.selfservice.reading import read_day, read_days, read_phone, write_days

TODAY = date(2026, 11, 24)
DAYS = st.dates(TODAY, TODAY + timedelta(days=3000))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25 December", date(2026, 12, 25)),
        ("25th of December", date(2026, 12, 25)),
        ("Dec 25", date(2026, 12, 25)),
        ("25/12", date(2026, 12, 25)),
        ("24 November", TODAY),
        ("23 November", date(2027, 11, 23)),
        ("1 Jan", date(2027, 1, 1)),
        ("1 January 2028", date(2028, 1, 1)),
        ("Friday 25 December", date(2026, 12, 25)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31 November", "no such day as “31 November”"),
        ("Christmas", "“Christmas” is not a date"),
        ("30 February 2027", "no such day"),
        ("", "not a date"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "25 December\n1 January",
        "25 December, 1 January",
        "25 December and 1 January",
        "Friday, 25 December; Friday, 1 January.\n\n",
    ],
)
def test_several_days(text: str) -> None:
    assert read_days(text, TODAY) == {date(2026, 12, 25), date(2027, 1, 1)}


def test_nothing_is_no_days() -> None:
    assert read_days("  \n", TODAY) == frozenset()


@given(st.frozensets(DAYS, max_size=6))
def test_what_is_written_is_read_back(days: frozenset[date]) -> None:
    assert read_days(write_days(days, TODAY), TODAY) == days


def test_a_year_is_written_only_where_it_is_needed() -> None:
    assert write_days([date(2026, 12, 25), date(2027, 12, 25)], TODAY) == "25 December\n25 December 2027"


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    for read in (lambda: read_days(text, TODAY), lambda: read_phone(text)):
        with suppress(Unreadable):
            read()


@pytest.mark.parametrize(
    ("text", "number"),
    [("01632  960 014 ", "01632 960 014"), ("+44 1632 960014", "+44 1632 960014"), ("", ""), ("(01632) 960-014",) * 2],
)
def test_a_number(text: str, number: str) -> None:
    assert read_phone(text) == number


@pytest.mark.parametrize("text", ["960 014", "ring me", "01632 960 014 ask for Jo", "1" * 16])
def test_what_is_no_whole_number(text: str) -> None:
    with pytest.raises(Unreadable, match="the whole number"):
        read_phone(text)
