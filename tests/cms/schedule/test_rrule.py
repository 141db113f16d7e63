"""A rhythm goes to RFC 5545 and back unchanged; a rule that cannot be asked plainly gives None."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cms.schedule.dates import dates
from cms.schedule.rhythm import Rhythm
from cms.schedule.rrule import from_rrule, to_rrule
from tests.cms.schedule.strategies import DAYS_OF_RECORD, MINUTES, rhythms
from tests.examples import examples

LONDON = ZoneInfo("Europe/London")
START = datetime(2026, 1, 6, 13, 30)
END = time(15, 30)


def rhythm(kind: str, codes: str = "", weeks: tuple[int, ...] = (), until: date | None = None) -> Rhythm:
    return Rhythm(kind, tuple(codes.split()), weeks, START.date(), until, START.time(), END)


@given(rhythms())
@example(Rhythm("weekly", ("SU",), (), date(2020, 3, 29), date(2020, 3, 29), time(1, 0, fold=1), None))
@settings(deadline=None)
def test_there_and_back(drawn: Rhythm) -> None:
    start = datetime.combine(drawn.first, drawn.start)
    assert from_rrule(to_rrule(drawn), start, drawn.end) == drawn
    assert from_rrule(to_rrule(drawn, tz=UTC), start.replace(tzinfo=UTC), drawn.end, tz=UTC) == drawn


@given(rhythms())
@settings(deadline=None)
def test_another_reader_of_the_rule_finds_the_same_days(drawn: Rhythm) -> None:
    first = next(dates(drawn, drawn.first), None)
    assume(first is not None)
    assert first is not None
    rule = rrulestr(to_rrule(drawn), dtstart=datetime.combine(first, drawn.start, LONDON))
    theirs = [moment.date() for moment in islice(rule, 30)]
    assert theirs == list(islice(dates(drawn, drawn.first), 30))


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (rhythm("once"), "FREQ=DAILY;COUNT=1"),
        (rhythm("daily"), "FREQ=DAILY"),
        (rhythm("weekly", "MO WE FR"), "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        (rhythm("fortnightly", "TU"), "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU"),
        (rhythm("monthly", "FR", (2, -1)), "FREQ=MONTHLY;BYDAY=2FR,-1FR"),
        # In British Summer Time half past one is half past twelve in UTC.
        (rhythm("weekly", "TU", until=date(2026, 7, 14)), "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260714T123000Z"),
    ],
)
def test_the_text_of_a_rule(said: Rhythm, text: str) -> None:
    assert to_rrule(said) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", rhythm("once")),
        ("RRULE:FREQ=WEEKLY", rhythm("weekly", "TU")),
        (" freq=weekly;byday=tu,th ", rhythm("weekly", "TU TH")),
        ("FREQ=WEEKLY;WKST=SU;BYDAY=TU", rhythm("weekly", "TU")),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", rhythm("fortnightly", "TU")),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", rhythm("weekly", "MO TU WE TH FR")),
        ("FREQ=MONTHLY;BYDAY=+2TU", rhythm("monthly", "TU", (2,))),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,-1", rhythm("monthly", "TU", (1, -1))),
        ("FREQ=MONTHLY;BYDAY=1TU,1TH,3TU,3TH", rhythm("monthly", "TU TH", (1, 3))),
        ("FREQ=WEEKLY;COUNT=3", rhythm("weekly", "TU", until=date(2026, 1, 20))),
        ("FREQ=WEEKLY;COUNT=1", rhythm("once")),
        ("FREQ=WEEKLY;UNTIL=20260120", rhythm("weekly", "TU", until=date(2026, 1, 20))),
        ("FREQ=WEEKLY;UNTIL=20260120T133000", rhythm("weekly", "TU", until=date(2026, 1, 20))),
        ("FREQ=WEEKLY;UNTIL=20260120T132959Z", rhythm("weekly", "TU", until=date(2026, 1, 19))),
        ("FREQ=WEEKLY;UNTIL=20260714T123000Z", rhythm("weekly", "TU", until=date(2026, 7, 14))),
    ],
)
def test_other_ways_to_write_a_plain_rule(text: str, expected: Rhythm) -> None:
    assert from_rrule(text, START, END) == expected


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=2",
        "FREQ=WEEKLY;INTERVAL=3",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;BYSETPOS=1",
        "FREQ=WEEKLY;BYMONTH=6,7,8",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=5TU",
        "FREQ=MONTHLY;BYDAY=-2TU",
        "FREQ=MONTHLY;BYDAY=1MO,3FR",
        "FREQ=MONTHLY;BYDAY=2TU,TU",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=5",
        "FREQ=MONTHLY;BYDAY=1TU;BYSETPOS=1",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=999999999",
        "FREQ=WEEKLY;COUNT=3;UNTIL=20260120",
        "FREQ=WEEKLY;UNTIL=20251231",
        "FREQ=WEEKLY;UNTIL=20261341",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;WKST=XX",
        "FREQ=WEEKLY\nEXDATE:20260113T133000",
        "every Tuesday",
    ],
)
def test_what_cannot_be_asked_plainly_is_none(text: str) -> None:
    assert from_rrule(text, START, END) is None


def test_a_start_with_a_zone_is_read_by_the_local_clock() -> None:
    found = from_rrule("FREQ=WEEKLY", datetime(2026, 7, 6, 23, 30, tzinfo=UTC), None)
    assert found == Rhythm("weekly", ("TU",), (), date(2026, 7, 7), None, time(0, 30), None)


def test_a_start_that_no_panel_would_take_is_none() -> None:
    assert from_rrule("FREQ=WEEKLY", datetime.combine(date(1601, 1, 1), time(10)), None) is None


_PART = st.one_of(
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"]),
    st.integers(1, 3).map(lambda n: f"INTERVAL={n}"),
    st.integers(1, 30).map(lambda n: f"COUNT={n}"),
    st.lists(st.sampled_from(["", "1", "+2", "-1", "5"]).flatmap(
        lambda week: st.sampled_from(["MO", "TU", "SA", "SU"]).map(lambda day: week + day)
    ), min_size=1, max_size=4).map(lambda items: "BYDAY=" + ",".join(items)),
    st.sampled_from(["BYSETPOS=1", "BYSETPOS=-1", "BYSETPOS=2,3", "BYMONTHDAY=13", "WKST=SU", "WKST=MO", "WKST=TU"]),
    st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1)).map(lambda moment: f"UNTIL={moment:%Y%m%dT%H%M%SZ}"),
)  # fmt: skip


@given(
    parts=st.lists(_PART, min_size=1, max_size=5, unique_by=lambda part: part.split("=")[0]),
    day=DAYS_OF_RECORD,
    start=MINUTES,
)
@example(parts=["FREQ=WEEKLY", "INTERVAL=2", "BYDAY=SU,TU", "WKST=SU"], day=date(2026, 1, 6), start=time(10))
@settings(deadline=None, max_examples=examples(300))
def test_a_rule_that_is_taken_means_what_it_meant(parts: list[str], day: date, start: time) -> None:
    text = ";".join(sorted(parts))
    found = from_rrule(text, datetime.combine(day, start), None)
    if found is not None:
        theirs = rrulestr(text, dtstart=datetime.combine(day, start, LONDON))
        assert [moment.date() for moment in islice(theirs, 40)] == list(islice(dates(found, day), 40))


@given(text=st.text(max_size=60), start=st.datetimes(timezones=st.none() | st.just(UTC)), end=st.none() | MINUTES)
@settings(deadline=None)
@example(text="FREQ=DAILY;COUNT=1000", start=datetime(9999, 12, 31, 23, 59), end=None)
@example(text="FREQ=WEEKLY;UNTIL=00010101T000000Z", start=START, end=None)
@example(text="FREQ=WEEKLY;COUNT=٣", start=START, end=None)
def test_no_text_breaks_it(text: str, start: datetime, end: time | None) -> None:
    found = from_rrule(text, start, end)
    assert found is None or found.first - start.date() <= timedelta(days=1)
