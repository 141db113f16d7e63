"""Days found by arithmetic are the days that a full expansion with dateutil finds."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice

import pytest
from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.schedule.dates import dates
from cms.schedule.rhythm import WEEKDAYS, Rhythm
from tests.cms.schedule.strategies import rhythms

_FREQUENCY = {"daily": rrule.DAILY, "weekly": rrule.WEEKLY, "fortnightly": rrule.WEEKLY, "monthly": rrule.MONTHLY}


def expanded(rhythm: Rhythm) -> rrule.rrule:
    """The same rhythm from its first day on, built with dateutil's own classes."""
    begin = datetime.combine(rhythm.first, time())
    if rhythm.kind == "once":
        return rrule.rrule(rrule.DAILY, dtstart=begin, count=1)
    codes = [getattr(rrule, code) for code in rhythm.days]
    if rhythm.kind == "monthly":
        codes = [code(week) for code in codes for week in rhythm.weeks_of_month]
    return rrule.rrule(
        _FREQUENCY[rhythm.kind],
        interval=2 if rhythm.kind == "fortnightly" else 1,
        byweekday=codes or None,
        wkst=rrule.MO,
        dtstart=begin,
        until=None if rhythm.until is None else datetime.combine(rhythm.until, time()),
    )


@given(rhythm=rhythms(), gap=st.integers(-400, 12_000))
@settings(deadline=None)
def test_the_next_days_are_those_of_a_full_expansion(rhythm: Rhythm, gap: int) -> None:
    since = rhythm.first + timedelta(days=gap)
    found = list(islice(dates(rhythm, since), 12))
    after = expanded(rhythm).xafter(datetime.combine(since, time()), count=12, inc=True)
    assert found == [moment.date() for moment in after]


def days(kind: str, codes: str, first: date, weeks: tuple[int, ...] = (), until: date | None = None) -> Rhythm:
    return Rhythm(kind, tuple(codes.split()), weeks, first, until, time(10), None)


@pytest.mark.parametrize(
    ("rhythm", "since", "expected"),
    [
        # The fortnight's phase, years on: 19 January 2027 is 314 fortnights after 6 January 2015.
        (days("fortnightly", "TU", date(2015, 1, 6)), date(2027, 1, 13), ["2027-01-19", "2027-02-02"]),
        # A fortnight is a week from Monday to Sunday, then a week without.
        (
            days("fortnightly", "MO SU", date(2026, 11, 1)),
            date(2026, 11, 1),
            ["2026-11-01", "2026-11-09", "2026-11-15"],
        ),
        # In February 2027 the fourth Friday is also the last, and comes once.
        (days("monthly", "FR", date(2026, 1, 1), (4, -1)), date(2027, 2, 1), ["2027-02-26", "2027-03-26"]),
        # In April 2027 it is not.
        (days("monthly", "FR", date(2026, 1, 1), (4, -1)), date(2027, 4, 1), ["2027-04-23", "2027-04-30"]),
        (days("monthly", "TU TH", date(2026, 1, 1), (1,)), date(2026, 12, 2), ["2026-12-03", "2027-01-05"]),
        (days("weekly", "TU", date(2026, 1, 9)), date(2020, 1, 1), ["2026-01-13", "2026-01-20"]),
        (days("weekly", "TU", date(2026, 1, 6), until=date(2026, 1, 13)), date(2026, 1, 7), ["2026-01-13"]),
        (days("once", "", date(2026, 7, 4)), date(2026, 7, 4), ["2026-07-04"]),
        (days("once", "", date(2026, 7, 4)), date(2026, 7, 5), []),
        (days("daily", "", date(2026, 7, 4)), date(2026, 12, 31), ["2026-12-31", "2027-01-01"]),
    ],
)
def test_days_by_hand(rhythm: Rhythm, since: date, expected: list[str]) -> None:
    ends = rhythm.kind == "once" or rhythm.until is not None
    found = [day.isoformat() for day in islice(dates(rhythm, since), None if ends else len(expected))]
    assert found == expected


@pytest.mark.parametrize("kind", ["daily", "weekly", "fortnightly", "monthly"])
def test_the_calendar_ends_without_an_error(kind: str) -> None:
    rhythm = Rhythm(
        kind,
        () if kind == "daily" else WEEKDAYS,
        (1, 2, 3, 4, -1) if kind == "monthly" else (),
        date(2026, 1, 1),
        None,
        time(10),
        None,
    )
    assert len(list(dates(rhythm, date(9999, 12, 30)))) <= 2
