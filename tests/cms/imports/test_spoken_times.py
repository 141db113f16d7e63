"""Opening times in free words: sessions where they leave no doubt, nothing where they leave one."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.imports.drafts import SessionDraft
from cms.imports.times.columns import sessions_of
from cms.imports.times.dates import read_date
from cms.imports.times.spoken import sessions_in
from cms.schedule.rhythm import Rhythm


def said(text: str) -> list[str]:
    return [_short(each) for each in sessions_in(text)]


def _short(each: SessionDraft) -> str:
    end = f"-{each.end:%H%M}" if each.end else ""
    weeks = "".join(f"{week}:" for week in each.weeks_of_month)
    return f"{weeks}{'+'.join(each.days) or each.rhythm} {each.start:%H%M}{end}{' term' if each.term_time else ''}"


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("Tuesdays 10am-12noon term time only", ["TU 1000-1200 term"]),
        ("Mon, Wed & Fri 9:30–11", ["MO+WE+FR 0930-1100"]),
        ("1st Thursday of the month 2pm", ["1:TH 1400"]),
        ("First and third Monday of every month, 7.30pm - 9.30pm", ["1:3:MO 1930-2130"]),
        ("Last Friday of the month 10.30am-12", ["-1:FR 1030-1200"]),
        ("Monday to Friday 9-5", ["MO+TU+WE+TH+FR 0900-1700"]),
        ("Mon-Fri: 9am-5pm; Sat: 10am-1pm", ["MO+TU+WE+TH+FR 0900-1700", "SA 1000-1300"]),
        ("Weds 1330-1530", ["WE 1330-1530"]),
        ("10am - 12 noon, Thursdays", ["TH 1000-1200"]),
        ("Every Tuesday from 10am until 12pm except bank holidays", ["TU 1000-1200"]),
        ("Mondays and Thursdays 10-12 and 2-4", ["MO+TH 1000-1200", "MO+TH 1400-1600"]),
        ("Mon 10:00-12:00\nTue 13:00-15:00", ["MO 1000-1200", "TU 1300-1500"]),
        ("Daily 9am to 5pm", ["daily 0900-1700"]),
        ("Sat 8.30-5", ["SA 0830-1700"]),
        ("Fridays, 8pm - midnight", ["FR 2000-0000"]),
        ("Tuesday 6-8pm", ["TU 1800-2000"]),
    ],
)
def test_what_leaves_no_doubt(text: str, sessions: list[str]) -> None:
    assert said(text) == sessions


@pytest.mark.parametrize(
    "text",
    [
        "Every other Tuesday 2pm", "Fortnightly on Mondays at 10am", "Tuesday 6-8", "Wednesday evenings",
        "Varies, ring first",
        "Tuesday 10am, 12pm", "Friday 7pm till late", "Mondays", "10am-12pm", "3 Mondays 10am", "Tuesday 25:00",
        "Monday 10am-12pm (not in August)", "Tuesday 10am - 12pm or by appointment", "", "   ", "10-12 Jan Tuesday",
    ],
)  # fmt: skip
def test_what_leaves_a_doubt_stays_words(text: str) -> None:
    assert said(text) == []


@given(st.text(alphabet="MonTuesday 0123456789:.-–apm,&1stlandof the\n", max_size=80))
def test_whatever_is_typed_each_session_is_a_rhythm(text: str) -> None:
    for each in sessions_in(text):
        Rhythm(each.rhythm, each.days, each.weeks_of_month, each.first, each.until, each.start, each.end)  # type: ignore[arg-type]


def columns(**values: str) -> tuple[list[str], str]:
    sessions, words = sessions_of({name: [text] for name, text in values.items()})
    return [_short(each) for each in sessions], words


@pytest.mark.parametrize(
    ("values", "sessions", "words"),
    [
        ({"day": "Tuesday", "starts": "10:00", "ends": "12:00"}, ["TU 1000-1200"], ""),
        ({"day": "Tue, Thu", "time": "2-4pm"}, ["TU+TH 1400-1600"], ""),
        ({"day": "Mondays (term time)", "time": "10am to noon"}, ["MO 1000-1200 term"], ""),
        ({"frequency": "WEEKLY", "byday": "TU,TH", "starts": "18:00:00", "ends": "20:00:00"}, ["TU+TH 1800-2000"], ""),
        ({"frequency": "MONTHLY", "byday": "2FR", "starts": "19:00", "ends": "21:00"}, ["2:FR 1900-2100"], ""),
        ({"rrule": "FREQ=WEEKLY;BYDAY=MO", "starts": "10am", "ends": "11am"}, ["MO 1000-1100"], ""),
        ({"rrule": "FREQ=YEARLY;BYMONTH=3", "starts": "10am"}, [], "FREQ=YEARLY;BYMONTH=3, 10am"),
        ({"mo": "9-5", "tu": "Closed", "we": "9-5", "sa": "10am-1pm"}, ["MO+WE 0900-1700", "SA 1000-1300"], ""),
        ({"mo": "9-5", "tu": "by appointment"}, [], "Monday 9-5; Tuesday by appointment"),
        ({"day": "Wednesday", "starts": "0.4375", "ends": "0.5"}, ["WE 1030-1200"], ""),
        ({"day": "Monday", "starts": "09:30", "frequency": "Fortnightly"}, [], "Fortnightly, Monday, 09:30"),
        ({"day": "Tuesdays"}, [], "Tuesdays"),
        ({"day": "Thursday", "starts": "7:00", "ends": "9:00"}, [], "Thursday, 7:00 to 9:00"),
        ({"day": "Monday", "starts": "10:00", "ends": "12:00", "schedule": "term time"}, ["MO 1000-1200 term"], ""),
        (
            {"day": "Monday", "starts": "10:00", "ends": "12:00", "schedule": "Ring first"},
            ["MO 1000-1200"],
            "Ring first",
        ),
    ],
)
def test_columns_of_times(values: dict[str, str], sessions: list[str], words: str) -> None:
    assert columns(**values) == (sessions, words)


def test_a_fortnight_counts_from_its_first_date() -> None:
    sessions, _ = sessions_of(
        {"frequency": ["WEEKLY"], "interval": ["2"], "byday": ["TU"], "starts": ["18:00"], "first_date": ["07/01/2025"]}
    )
    assert [(each.rhythm, each.first, each.start) for each in sessions] == [("fortnightly", date(2025, 1, 7), time(18))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-09", date(2026, 1, 9)), ("09/01/2026", date(2026, 1, 9)), ("9 January 2026", date(2026, 1, 9)),
        ("Friday 9th Jan 26", date(2026, 1, 9)), ("45231", date(2023, 11, 1)), ("45231.0", date(2023, 11, 1)),
        ("20260109", date(2026, 1, 9)), ("31/02/2026", None), ("1462", None), ("soon", None), ("", None),
        ("12/13/2026", None),
    ],
)  # fmt: skip
def test_dates_as_files_hold_them(text: str, day: date | None) -> None:
    assert read_date(text) == day
