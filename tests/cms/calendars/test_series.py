"""A calendar file shows what `cms.schedule` says, as a second library reads it: over thirteen months and both changes
of the clocks, with days off, days added, called off, bank holidays and terms."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cms.calendars.series import series
from cms.schedule.exceptions import Exceptions, Terms
from cms.schedule.occurrences import Occurrence, occurrences
from cms.schedule.rhythm import Rhythm
from tests.cms.calendars.expanding import Shown, events, file_of, lines, shown
from tests.cms.schedule.strategies import exceptions_near, rhythms
from tests.examples import examples

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 3, 3)
SINCE = datetime(2026, 3, 3, tzinfo=LONDON)
DAYS = 396
UNTIL = SINCE + timedelta(days=DAYS)
NONE = Exceptions()
NOTHING_ON_HOLIDAYS = Exceptions(bank_holidays="off")
WEEKLY = Rhythm("weekly", ("TU",), (), date(2026, 1, 6), None, time(13, 30), time(15, 30))
NIGHTS = Rhythm("weekly", ("SA",), (), date(2026, 1, 3), None, time(22), time(2))
AUTUMN = Terms(((date(2026, 4, 13), date(2026, 5, 22)), (date(2026, 9, 3), date(2026, 10, 23))))


def said(rhythm: Rhythm, exceptions: Exceptions, terms: Terms | None = None) -> list[Occurrence]:
    """What the schedule says for the same thirteen months."""
    found = occurrences(
        rhythm, exceptions, since=SINCE, terms=terms, limit=1000, horizon_days=DAYS, include_cancelled=True
    )
    return [each for each in found if SINCE <= each.start.astimezone(UTC) < UNTIL]


def compared(each: Occurrence) -> Shown:
    start = each.start.astimezone(UTC)
    return Shown(start, each.end.astimezone(UTC) if each.end else start, each.status == "cancelled")


def leapt_over(rhythm: Rhythm, each: Shown) -> bool:
    """Whether the clocks leap over its start: how long it lasts then is every program's own affair."""
    return each.start.astimezone(LONDON).time() != rhythm.start


@st.composite
def terms_near(draw: st.DrawFn) -> Terms:
    opens = TODAY + timedelta(draw(st.integers(-80, 40)))
    lengths = draw(st.lists(st.tuples(st.integers(10, 50), st.integers(5, 30)), min_size=1, max_size=6))
    ranges = []
    for length, gap in lengths:
        ranges.append((opens, opens + timedelta(length)))
        opens += timedelta(length + gap + 1)
    return Terms(tuple(ranges))


@given(
    rhythm=rhythms(),
    exceptions=exceptions_near(TODAY + timedelta(14)),
    terms=st.none() | terms_near(),
)
@example(rhythm=NIGHTS, exceptions=NONE, terms=None)
@example(rhythm=WEEKLY, exceptions=Exceptions(bank_holidays="off", extra=frozenset({TODAY})), terms=AUTUMN)
@example(rhythm=Rhythm("daily", (), (), date(2026, 1, 1), None, time(0, 30), time(2, 30)), exceptions=NONE, terms=None)
@settings(deadline=None, max_examples=examples(150))
def test_a_second_library_shows_what_the_schedule_says(
    rhythm: Rhythm, exceptions: Exceptions, terms: Terms | None
) -> None:
    kept = Exceptions(
        closed=exceptions.closed,
        extra=exceptions.extra,
        cancelled=exceptions.cancelled,
        bank_holidays=exceptions.bank_holidays,
        term_time=terms is not None,
    )
    theirs = shown(file_of(rhythm, kept, today=TODAY, terms=terms), SINCE, UNTIL)
    ours = [compared(each) for each in said(rhythm, kept, terms)]
    assert [(each.start, each.off) for each in theirs] == [(each.start, each.off) for each in ours]
    for one, other in zip(theirs, ours, strict=True):
        assert leapt_over(rhythm, one) or one.end == other.end


@given(rhythm=rhythms(), exceptions=exceptions_near(TODAY + timedelta(14)))
@settings(deadline=None, max_examples=examples(100))
def test_a_file_begins_with_a_date_and_no_rule_begins_elsewhere(rhythm: Rhythm, exceptions: Exceptions) -> None:
    for each in series(rhythm, exceptions, today=TODAY):
        days = occurrences(
            rhythm,
            exceptions,
            since=each.start - timedelta(minutes=1),
            limit=1,
            horizon_days=1,
            include_cancelled=True,
        )
        assert [held.start.date() for held in days][:1] == [each.start.date()]
        assert each.start not in each.left_out


def test_a_rule_stands_as_the_schedule_writes_it() -> None:
    (found,) = series(WEEKLY, NONE, today=TODAY)
    assert found.rule == "FREQ=WEEKLY;BYDAY=TU"
    assert (found.start, found.end) == (
        datetime(2026, 1, 6, 13, 30, tzinfo=LONDON),
        datetime(2026, 1, 6, 15, 30, tzinfo=LONDON),
    )
    assert found.left_out == found.added == found.apart == ()


def test_an_old_session_begins_with_the_year_before() -> None:
    """A file holds no years that nobody looks at; the fortnight keeps its step."""
    old = Rhythm("fortnightly", ("TU",), (), date(2001, 1, 2), None, time(10), None)
    (found,) = series(old, NONE, today=TODAY)
    assert found.start == datetime(2026, 1, 13, 10, tzinfo=LONDON)
    assert (found.start.date() - old.first).days % 14 == 0


def test_bank_holidays_are_left_out_and_the_rule_ends_where_they_are_known() -> None:
    monday = Rhythm("weekly", ("MO",), (), date(2026, 1, 5), None, time(10), time(11))
    (found,) = series(monday, NOTHING_ON_HOLIDAYS, today=TODAY)
    assert [moment.date() for moment in found.left_out][:3] == [date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25)]
    assert "UNTIL=20271220T100000Z" in found.rule


def test_what_keeps_to_terms_ends_with_the_last_that_is_known() -> None:
    (found,) = series(WEEKLY, Exceptions(term_time=True), today=TODAY, terms=AUTUMN)
    assert found.start.date() == date(2026, 4, 14)
    assert "UNTIL=20261020T123000Z" in found.rule
    assert {moment.date() for moment in found.left_out} >= {date(2026, 5, 26), date(2026, 9, 1)}


def test_an_extra_day_before_the_first_is_an_entry_of_its_own() -> None:
    later = Rhythm("weekly", ("TU",), (), date(2026, 5, 5), None, time(10), time(11))
    main, early = series(later, Exceptions(extra=frozenset({date(2026, 4, 1), date(2026, 6, 3)})), today=TODAY)
    assert (main.start.date(), [moment.date() for moment in main.added]) == (date(2026, 5, 5), [date(2026, 6, 3)])
    assert (early.start.date(), early.rule) == (date(2026, 4, 1), "")


def test_what_is_over_and_what_is_never_on_have_no_entry() -> None:
    over = Rhythm("once", (), (), date(2024, 5, 7), None, time(10), None)
    assert series(over, NONE, today=TODAY) == ()
    closed = Rhythm("once", (), (), date(2026, 5, 7), None, time(10), None)
    assert series(closed, Exceptions(closed=frozenset({date(2026, 5, 7)})), today=TODAY) == ()


def test_a_night_that_has_an_hour_more_stands_apart() -> None:
    """A program that adds four hours to the start would have it end at one."""
    (found,) = series(NIGHTS, NONE, today=TODAY)
    apart = {start.date(): held.end for start, held in found.apart}
    assert apart[date(2026, 10, 24)] == datetime(2026, 10, 25, 2, tzinfo=LONDON)
    assert date(2026, 10, 17) not in apart


def test_an_end_that_the_clocks_leap_over_is_written_out() -> None:
    late = Rhythm("weekly", ("SA",), (), date(2026, 1, 3), None, time(23), time(1))
    (found,) = series(late, NONE, today=TODAY)
    ends = {start.date(): held.end for start, held in found.apart}
    assert date(2026, 10, 24) in ends  # one o'clock comes twice
    assert ends[date(2026, 3, 28)] == datetime(2026, 3, 29, 2, tzinfo=LONDON)


@pytest.mark.parametrize("why", ["The boiler is being mended.", ""])
def test_a_day_that_is_called_off_is_told(why: str) -> None:
    file = file_of(WEEKLY, Exceptions(cancelled={date(2026, 3, 10): why}), today=TODAY)
    master, off = events(file)
    assert "STATUS" not in master
    assert (str(off["UID"]), str(off["STATUS"])) == (str(master["UID"]), "CANCELLED")
    assert off["RECURRENCE-ID"].dt == datetime(2026, 3, 10, 13, 30, tzinfo=LONDON)
    assert str(off["SUMMARY"]) == "Called off: Sewing"
    assert ("DESCRIPTION" in off) == bool(why)
    assert why in str(off.get("DESCRIPTION", ""))


def test_what_is_on_once_and_called_off_is_one_entry() -> None:
    once = Rhythm("once", (), (), date(2026, 5, 7), None, time(10), None)
    (event,) = events(file_of(once, Exceptions(cancelled={date(2026, 5, 7): "Rain."}), today=TODAY))
    assert str(event["STATUS"]) == "CANCELLED"
    assert "RECURRENCE-ID" not in event


def test_a_session_without_an_end_has_none() -> None:
    open_ended = Rhythm("weekly", ("TU",), (), date(2026, 1, 6), None, time(19), None)
    told = lines(file_of(open_ended, NONE, today=TODAY))
    assert not [line for line in told if line.startswith(("DTEND", "DURATION"))]
