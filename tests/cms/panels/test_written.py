"""Dates and times as people write them."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.panels.written import (
    Unreadable,
    read_called_off,
    read_date,
    read_dates,
    read_time,
    write_called_off,
    write_dates,
    write_time,
)

DAYS = st.dates(date(1970, 1, 1), date(2199, 12, 31))
CHRISTMAS = date(2026, 12, 25)


@pytest.mark.parametrize(
    "text",
    [
        *("25 December 2026", "25 Dec 2026", "Fri 25 Dec 2026", "Friday, 25 December 2026", "25th of december 2026"),
        *("25/12/2026", "25.12.2026", "2026-12-25", " 25  Dec   2026 ", "December 25, 2026", "25 DECEMBER 2026"),
    ],
)
def test_a_date(text):
    assert read_date(text) == CHRISTMAS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("25 December", "Add the year to “25 December”."),
        ("Dec 25", "Add the year to “Dec 25”."),
        ("Christmas Day", "“Christmas Day” is not a date. Write it like this: 25 December 2026."),
        ("31 February 2026", "There is no such day as “31 February 2026”."),
        ("2026-13-01", "There is no such day as “2026-13-01”."),
        ("25 December 1066", "Check the year of “25 December 1066”."),
        ("25/12/26", "“25/12/26” is not a date. Write it like this: 25 December 2026."),
        ("²5 December 2026", "“²5 December 2026” is not a date. Write it like this: 25 December 2026."),
    ],
)
def test_no_date_says_what_to_write(text, said):
    with pytest.raises(Unreadable) as problem:
        read_date(text)
    assert str(problem.value) == said


def test_every_month_by_its_name_and_short():
    for month in range(1, 13):
        day = date(2026, month, 9)
        assert read_date(f"{day:%-d %B %Y}") == read_date(f"{day:%-d %b %Y}") == day
    assert read_date("9 Sept 2026") == date(2026, 9, 9)


def test_dates_come_in_order_and_once():
    assert read_dates("25 Dec 2026\n\n2026-12-24\n25/12/2026\n") == (date(2026, 12, 24), CHRISTMAS)


@pytest.mark.parametrize(
    ("line", "day", "why"),
    [
        ("25 December 2026: boiler broken", CHRISTMAS, "boiler broken"),
        ("25/12/2026 - snow", CHRISTMAS, "snow"),
        ("Fri 25 Dec 2026, hall let: 2 weddings", CHRISTMAS, "hall let: 2 weddings"),
        ("2026-12-25", CHRISTMAS, ""),
    ],
)
def test_a_day_that_is_called_off_and_why(line, day, why):
    assert read_called_off(line) == {day: why}


@pytest.mark.parametrize("line", ["boiler broken", ": snow", "25 December: snow"])
def test_a_line_without_a_date_is_not_lost(line):
    with pytest.raises(Unreadable, match="has no date"):
        read_called_off(line)


@given(st.sets(DAYS, max_size=8))
def test_dates_there_and_back(days):
    assert read_dates(write_dates(days)) == tuple(sorted(days))


@given(st.dictionaries(DAYS, st.sampled_from(["", "snow", "boiler broken", "hall let: 2 weddings"]), max_size=5))
def test_called_off_there_and_back(days):
    assert read_called_off(write_called_off(days)) == days


@pytest.mark.parametrize("read", [read_date, read_dates, read_called_off, read_time])
@given(text=st.text(max_size=60))
def test_any_text_is_read_or_said_to_be_unreadable(read, text):
    with suppress(Unreadable):
        read(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        *(("13:30", time(13, 30)), ("1.30pm", time(13, 30)), ("1:30 PM", time(13, 30)), ("13.30", time(13, 30))),
        *(("7pm", time(19)), ("7am", time(7)), ("12am", time(0)), ("12pm", time(12)), ("1:30", time(1, 30))),
        *(("noon", time(12)), ("Midday", time(12)), ("midnight", time(0)), ("00:00", time(0))),
    ],
)
def test_a_time(text, moment):
    assert read_time(text) == moment


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("7", "Is “7” in the morning or the afternoon? Write 7am or 7pm."),
        ("1.30", "Is “1.30” in the morning or the afternoon? Write 1.30am or 1.30pm."),
        ("half one", "“half one” is not a time. Write it like this: 1.30pm or 13:30."),
        ("13pm", "“13pm” is not a time. Leave out pm, or write an hour from 1 to 12."),
        ("25:00", "There is no such time as “25:00”."),
        ("10:75", "There is no such time as “10:75”."),
    ],
)
def test_no_time_says_what_to_write(text, said):
    with pytest.raises(Unreadable) as problem:
        read_time(text)
    assert str(problem.value) == said


@given(st.builds(time, st.integers(0, 23), st.integers(0, 59)))
def test_times_there_and_back(moment):
    assert read_time(write_time(moment)) == moment
