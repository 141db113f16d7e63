"""What counts as next: running now, cancelled, extra, unknown term dates, the night the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.schedule.exceptions import Exceptions, Terms, bank_holidays
from cms.schedule.occurrences import TERMS_NOT_KNOWN, Occurrence, occurrences
from cms.schedule.rhythm import Rhythm
from tests.cms.schedule.strategies import exceptions_near, rhythms
from tests.cms.schedule.test_dates import expanded

LONDON = ZoneInfo("Europe/London")
NONE = Exceptions()
BOILER = "The boiler is being mended."
TUESDAYS = Rhythm("weekly", ("TU",), (), date(2020, 1, 7), None, time(13, 30), time(15, 30))
OPEN_ENDED = Rhythm("weekly", ("TU",), (), date(2020, 1, 7), None, time(19), None)
NIGHTS = Rhythm("weekly", ("SA",), (), date(2020, 1, 4), None, time(20), time(0, 30))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def starts(found: tuple[Occurrence, ...]) -> list[str]:
    return [item.start.isoformat(" ", "minutes") for item in found]


def said(found: tuple[Occurrence, ...]) -> list[str]:
    return [f"{item.start:%d %b} {item.status} {item.why}".strip() for item in found]


@pytest.mark.parametrize(
    ("rhythm", "since", "first"),
    [
        (TUESDAYS, "2026-11-24T13:29", "2026-11-24"),
        (TUESDAYS, "2026-11-24T13:30", "2026-11-24"),
        (TUESDAYS, "2026-11-24T15:29", "2026-11-24"),
        (TUESDAYS, "2026-11-24T15:30", "2026-12-01"),
        (OPEN_ENDED, "2026-11-24T19:00", "2026-11-24"),
        (OPEN_ENDED, "2026-11-24T19:01", "2026-12-01"),
        (NIGHTS, "2026-11-28T23:59", "2026-11-28"),
        (NIGHTS, "2026-11-29T00:29", "2026-11-28"),
        (NIGHTS, "2026-11-29T00:30", "2026-12-05"),
    ],
)
def test_a_session_that_is_running_is_next_until_it_ends(rhythm: Rhythm, since: str, first: str) -> None:
    (found,) = occurrences(rhythm, NONE, since=at(since), limit=1)
    assert found.start.date().isoformat() == first


def test_the_end_is_on_the_next_day_when_it_is_past_midnight() -> None:
    (found,) = occurrences(NIGHTS, NONE, since=at("2026-11-28T12:00"), limit=1)
    assert found.end == at("2026-11-29T00:30")


def test_now_may_be_told_in_any_zone() -> None:
    # Half past three in Manchester in July is half past two in UTC: the session is over, not an hour from its end.
    (found,) = occurrences(TUESDAYS, NONE, since=datetime(2026, 7, 7, 14, 30, tzinfo=UTC), limit=1)
    assert starts((found,)) == ["2026-07-14 13:30+01:00"]


def test_now_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        occurrences(TUESDAYS, NONE, since=at("2026-11-24T12:00").replace(tzinfo=None))


@pytest.mark.parametrize(
    ("start", "end", "day", "expected_start", "expected_end"),
    [
        # Forward, 28 March 2027: there is no time from 1.00 to 2.00.
        (time(0, 30), time(2, 30), "2027-03-28", "00:30+00:00", "02:30+01:00"),
        (time(1, 30), time(3, 0), "2027-03-28", "02:30+01:00", "03:00+01:00"),
        (time(1, 30), time(2, 0), "2027-03-28", "02:30+01:00", "03:00+01:00"),
        # Back, 31 October 2027: the hour from 1.00 to 2.00 comes twice and the first one is meant.
        (time(0, 30), time(2, 30), "2027-10-31", "00:30+01:00", "02:30+00:00"),
        (time(1, 30), time(1, 45), "2027-10-31", "01:30+01:00", "01:45+01:00"),
    ],
)
def test_the_night_the_clocks_change(start: time, end: time, day: str, expected_start: str, expected_end: str) -> None:
    rhythm = Rhythm("daily", (), (), date(2020, 1, 1), None, start, end)
    (found,) = occurrences(rhythm, NONE, since=at(f"{day}T00:00"), limit=1)
    assert found.end is not None
    assert (found.start.isoformat(" ", "minutes"), found.end.isoformat(" ", "minutes")) == (
        f"{day} {expected_start}",
        f"{day} {expected_end}",
    )


def test_running_is_told_by_real_time_on_the_night_the_clocks_go_back() -> None:
    rhythm = Rhythm("daily", (), (), date(2020, 1, 1), None, time(0, 30), time(1, 45))
    second_time_round = datetime(2027, 10, 31, 1, 30, tzinfo=LONDON, fold=1)
    (found,) = occurrences(rhythm, NONE, since=second_time_round, limit=1)
    assert starts((found,)) == ["2027-11-01 00:30+00:00"]


def test_cancelled_days_are_told_of_only_when_asked_for() -> None:
    exceptions = Exceptions(cancelled={date(2026, 12, 1): BOILER, date(2026, 12, 2): "Never on a Wednesday."})
    found = occurrences(TUESDAYS, exceptions, since=at("2026-11-24T09:00"), limit=2)
    assert said(found) == ["24 Nov on", "08 Dec on"]
    found = occurrences(TUESDAYS, exceptions, since=at("2026-11-24T09:00"), limit=2, include_cancelled=True)
    assert said(found) == ["24 Nov on", f"01 Dec cancelled {BOILER}", "08 Dec on"]
    assert found[1].end == at("2026-12-01T15:30")
    found = occurrences(TUESDAYS, exceptions, since=at("2026-11-24T09:00"), limit=1, include_cancelled=True)
    assert said(found) == ["24 Nov on"]


def test_a_cancellation_of_the_last_session_of_all_is_told() -> None:
    once = Rhythm("once", (), (), date(2026, 12, 1), None, time(10), None)
    exceptions = Exceptions(cancelled={date(2026, 12, 1): BOILER})
    found = occurrences(once, exceptions, since=at("2026-11-24T09:00"), include_cancelled=True)
    assert said(found) == [f"01 Dec cancelled {BOILER}"]
    assert occurrences(once, exceptions, since=at("2026-11-24T09:00")) == ()


def test_an_extra_day_runs_on_a_bank_holiday_out_of_term_and_after_the_end_unless_cancelled() -> None:
    rhythm = Rhythm("weekly", ("TU",), (), date(2026, 1, 6), date(2026, 12, 15), time(13, 30), None)
    exceptions = Exceptions(
        extra=frozenset({date(2026, 12, 15), date(2026, 12, 25), date(2026, 12, 30), date(2027, 1, 1)}),
        cancelled={date(2026, 12, 30): BOILER},
        bank_holidays="off",
        term_time=True,
    )
    terms = Terms(((date(2026, 9, 1), date(2026, 12, 10)),))
    found = occurrences(rhythm, exceptions, since=at("2026-12-05T09:00"), terms=terms, include_cancelled=True)
    assert said(found) == ["08 Dec on", "15 Dec on", "25 Dec on", f"30 Dec cancelled {BOILER}", "01 Jan on"]


def test_unknown_term_dates_are_said_and_never_taken_for_a_yes() -> None:
    exceptions = Exceptions(term_time=True)
    (found,) = occurrences(TUESDAYS, exceptions, since=at("2026-08-10T09:00"), limit=1)
    assert (found.status, found.why) == ("on", TERMS_NOT_KNOWN)
    assert occurrences(TUESDAYS, exceptions, since=at("2026-08-10T09:00"), terms=Terms(())) == ()


def test_the_horizon_counts_days_from_today() -> None:
    def found(horizon: int) -> list[str]:
        return starts(occurrences(TUESDAYS, NONE, since=at("2026-11-24T16:00"), limit=4, horizon_days=horizon))

    assert found(6) == []
    assert found(7) == ["2026-12-01 13:30+00:00"]
    assert len(found(400)) == 4


def test_a_limit_of_nought_is_no_dates() -> None:
    cancelled = Exceptions(cancelled={date(2026, 11, 24): BOILER})
    assert occurrences(TUESDAYS, cancelled, since=at("2026-11-24T09:00"), limit=0, include_cancelled=True) == ()


@st.composite
def _scenes(draw: st.DrawFn) -> tuple[Rhythm, Exceptions, datetime]:
    rhythm = draw(rhythms())
    since = datetime.combine(rhythm.first, draw(st.times()), UTC) + timedelta(days=draw(st.integers(-40, 9000)))
    return rhythm, draw(exceptions_near(since.date())), since


@given(scene=_scenes(), limit=st.integers(1, 8), horizon=st.integers(0, 120))
@settings(deadline=None)
def test_equal_to_a_full_expansion_less_the_exceptions(
    scene: tuple[Rhythm, Exceptions, datetime], limit: int, horizon: int
) -> None:
    rhythm, exceptions, since = scene
    found = occurrences(rhythm, exceptions, since=since, limit=limit, horizon_days=horizon)
    today = since.astimezone(LONDON).date()
    last = today + timedelta(days=horizon)
    regular = {moment.date() for moment in expanded(rhythm).between(_midnight(today, -2), _midnight(last, 1))}
    regular -= exceptions.closed
    if exceptions.bank_holidays == "off":
        regular = {day for day in regular if day not in bank_holidays("ENG", day.year)}
    planned = sorted((regular | exceptions.extra) - set(exceptions.cancelled))
    spans = [_span(rhythm, day) for day in planned if day <= last]
    expected = [start for start, end in spans if start >= since or (end is not None and end > since)]
    assert [item.start.astimezone(UTC) for item in found] == expected[:limit]


def _midnight(day: date, shift: int) -> datetime:
    return datetime.combine(day + timedelta(days=shift), time())


def _span(rhythm: Rhythm, day: date) -> tuple[datetime, datetime | None]:
    """Start and end in UTC; the wall clock's length is the real one but on the nights when the clocks change."""
    start = datetime.combine(day, rhythm.start, LONDON).astimezone(UTC)
    if rhythm.length is None:
        return start, None
    end = (datetime.combine(day, rhythm.start) + rhythm.length).replace(tzinfo=LONDON).astimezone(UTC)
    return start, end if end > start else start + rhythm.length


@given(scene=_scenes())
@settings(deadline=None)
def test_in_order_once_a_day_and_never_over(scene: tuple[Rhythm, Exceptions, datetime]) -> None:
    rhythm, exceptions, since = scene
    found = occurrences(rhythm, exceptions, since=since, include_cancelled=True)
    days = [item.start.date() for item in found]
    assert days == sorted(set(days))
    for item in found:
        start, end = item.start.astimezone(UTC), item.end.astimezone(UTC) if item.end else None
        assert start >= since or (end is not None and end > since)
        assert end is None or end > start
        assert (item.status == "cancelled") == (item.start.date() in exceptions.cancelled)
