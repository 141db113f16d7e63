"""Hypothesis strategies for rhythms and exceptions.

Invariant: every rhythm drawn is valid, and its parts are drawn from everything that a panel can ask.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import strategies as st

from cms.schedule.exceptions import Exceptions
from cms.schedule.rhythm import KINDS, WEEKDAYS, WEEKS_OF_MONTH, Rhythm

DAYS_OF_RECORD = st.dates(date(1995, 1, 1), date(2035, 12, 31))
MINUTES = st.times(time(0, 0), time(23, 59)).map(lambda moment: moment.replace(second=0, microsecond=0))


@st.composite
def rhythms(draw: st.DrawFn) -> Rhythm:
    kind = draw(st.sampled_from(KINDS))
    first, start = draw(DAYS_OF_RECORD), draw(MINUTES)
    days = draw(st.sets(st.sampled_from(WEEKDAYS), min_size=1))
    if kind == "fortnightly":
        days |= {WEEKDAYS[first.weekday()]}
    weeks = draw(st.sets(st.sampled_from(WEEKS_OF_MONTH), min_size=1)) if kind == "monthly" else set()
    minutes = draw(st.none() | st.integers(1, 12 * 60))
    return Rhythm(
        kind=kind,
        days=() if kind in ("once", "daily") else tuple(sorted(days)),
        weeks_of_month=tuple(sorted(weeks)),
        first=first,
        until=None if kind == "once" else draw(st.none() | st.integers(0, 2000).map(lambda n: first + timedelta(n))),
        start=start,
        end=None if minutes is None else _later(start, minutes),
    )


def _later(start: time, minutes: int) -> time:
    total = (start.hour * 60 + start.minute + minutes) % (24 * 60)
    return time(total // 60, total % 60)


@st.composite
def exceptions_near(draw: st.DrawFn, around: date) -> Exceptions:
    """Exceptions on days from two days before `around` to eight weeks after."""
    days = st.integers(-2, 56).map(lambda n: around + timedelta(n))
    closed = draw(st.frozensets(days, max_size=12))
    return Exceptions(
        closed=closed,
        extra=draw(st.frozensets(days, max_size=6)) - closed,
        cancelled=draw(st.dictionaries(days, st.just("The boiler is being mended."), max_size=8)),
        bank_holidays=draw(st.sampled_from(("on", "off"))),
    )
