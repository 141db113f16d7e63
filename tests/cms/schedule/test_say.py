"""The words on a card, as tables."""

from __future__ import annotations

from datetime import date, time

import pytest

from cms.schedule.exceptions import Exceptions
from cms.schedule.rhythm import Kind, Rhythm
from cms.schedule.say import say_day, say_days, say_relative, say_rhythm, say_span, say_time

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 25), "Wed 25 Nov"),
        (date(2026, 12, 3), "Thu 3 Dec"),
        (date(2027, 1, 4), "Mon 4 Jan"),
        (date(2027, 9, 24), "Fri 24 Sep"),
        (date(2027, 9, 25), "Sat 25 Sep 2027"),
        (date(2028, 11, 25), "Sat 25 Nov 2028"),
        (date(2026, 1, 24), "Sat 24 Jan"),
        (date(2026, 1, 23), "Fri 23 Jan 2026"),
    ],
)
def test_a_day_has_its_year_only_when_it_is_far(day: date, words: str) -> None:
    assert say_day(day, TODAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [(23, ""), (24, "Today"), (25, "Tomorrow"), (26, "")],
)
def test_today_and_tomorrow_have_a_word(day: int, words: str) -> None:
    assert say_relative(date(2026, 11, day), TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], ""),
        (["2026-11-25"], "Wed 25 Nov"),
        (["2026-11-25", "2026-11-27"], "Wed 25 and Fri 27 Nov"),
        (["2026-11-27", "2026-12-11"], "Fri 27 Nov and 11 Dec"),
        (["2026-12-03", "2026-12-10"], "Thu 3 and 10 Dec"),
        (["2026-11-24", "2026-11-26"], "Today and Thu 26 Nov"),
        (["2026-11-24", "2026-12-01"], "Today and Tue 1 Dec"),
        (["2026-11-26", "2026-11-30", "2026-12-03"], "Thu 26, Mon 30 Nov and Thu 3 Dec"),
        (["2027-09-23", "2027-09-30"], "Thu 23 and 30 Sep 2027"),
    ],
)
def test_several_days_in_one_line(days: list[str], words: str) -> None:
    assert say_days([date.fromisoformat(day) for day in days], TODAY) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(13, 30), "1.30"),
        (time(9, 5), "9.05"),
        (time(19), "7"),
        (time(12), "noon"),
        (time(12, 15), "12.15"),
        (time(0), "midnight"),
        (time(0, 30), "12.30"),
    ],
)
def test_a_time(moment: time, words: str) -> None:
    assert say_time(moment) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (time(13, 30), time(15, 30), "1.30 to 3.30pm"),
        (time(13), time(15), "1 to 3pm"),
        (time(10, 30), time(12), "10.30 to noon"),
        (time(9), time(11, 45), "9 to 11.45am"),
        (time(11), time(13), "11am to 1pm"),
        (time(12), time(14), "noon to 2pm"),
        (time(12, 30), time(14), "12.30 to 2pm"),
        (time(19), None, "7pm"),
        (time(10, 30), None, "10.30am"),
        (time(12), None, "noon"),
        (time(0), None, "midnight"),
        (time(20), time(0), "8pm to midnight"),
        (time(20), time(0, 30), "8pm to 12.30am"),
        (time(0), time(6), "midnight to 6am"),
        (time(20), time(8), "8pm to 8am"),
    ],
)
def test_a_span_says_am_or_pm_once_if_once_will_do(start: time, end: time | None, words: str) -> None:
    assert say_span(start, end) == words


def rhythm(kind: Kind, days: str = "", weeks: tuple[int, ...] = (), until: date | None = None) -> Rhythm:
    return Rhythm(kind, tuple(days.split()), weeks, date(2026, 1, 6), until, time(13, 30), time(15, 30))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (rhythm("once"), "Tuesday 6 January 2026"),
        (rhythm("daily"), "Every day"),
        (rhythm("weekly", "MO TU WE TH FR SA SU"), "Every day"),
        (rhythm("weekly", "TU"), "Every Tuesday"),
        (rhythm("weekly", "TU TH"), "Every Tuesday and Thursday"),
        (rhythm("weekly", "MO WE FR"), "Every Monday, Wednesday and Friday"),
        (rhythm("weekly", "MO TU WE"), "Every Monday, Tuesday and Wednesday"),
        (rhythm("weekly", "MO TU WE TH FR"), "Monday to Friday"),
        (rhythm("weekly", "MO TU WE TH SU"), "Every Monday, Tuesday, Wednesday, Thursday and Sunday"),
        (rhythm("fortnightly", "TU"), "Every other Tuesday"),
        (rhythm("fortnightly", "TU TH"), "Every other week on Tuesday and Thursday"),
        (rhythm("monthly", "FR", (2, -1)), "Second and last Friday of the month"),
        (rhythm("monthly", "MO TH", (1,)), "First Monday and Thursday of the month"),
        (rhythm("monthly", "SU", (1, 3, -1)), "First, third and last Sunday of the month"),
    ],
)
def test_a_rhythm_in_words(said: Rhythm, words: str) -> None:
    assert say_rhythm(said, Exceptions()) == f"{words}, 1.30 to 3.30pm"


def test_what_goes_with_a_rhythm_comes_after_it() -> None:
    both = Exceptions(term_time=True, bank_holidays="off")
    assert say_rhythm(rhythm("weekly", "TU", until=date(2026, 12, 15)), both) == (
        "Every Tuesday, 1.30 to 3.30pm, until Tuesday 15 December 2026, in term time only, not on bank holidays"
    )
    assert say_rhythm(rhythm("once"), both) == "Tuesday 6 January 2026, 1.30 to 3.30pm"
