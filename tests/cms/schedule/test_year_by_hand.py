"""A session is walked through Easter, half term, both clock changes and Christmas, against dates written by hand.

Every expected line was written from a wall calendar, the bank holidays and the term dates below, not computed.
+00:00 is Greenwich Mean Time and +01:00 British Summer Time: the clock on the hall wall says the same all year.
"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from cms.schedule.exceptions import Exceptions, Nation, Terms
from cms.schedule.occurrences import occurrences
from cms.schedule.rhythm import Kind, Rhythm

LONDON = ZoneInfo("Europe/London")

# Term dates as councils of Greater Manchester set them: half terms are the gaps.
TERMS = Terms(
    (
        (date(2026, 9, 2), date(2026, 10, 23)),
        (date(2026, 11, 2), date(2026, 12, 18)),
        (date(2027, 1, 4), date(2027, 2, 12)),
        (date(2027, 2, 22), date(2027, 3, 25)),
        (date(2027, 4, 12), date(2027, 5, 28)),
        (date(2027, 6, 7), date(2027, 7, 21)),
    )
)
NOT_ON_BANK_HOLIDAYS = Exceptions(bank_holidays="off")
IN_TERM = Exceptions(bank_holidays="off", term_time=True)
SHUT_FOR_CHRISTMAS = Exceptions(
    bank_holidays="off",
    closed=frozenset(date(2026, 12, day) for day in range(21, 32)) | {date(2027, 1, day) for day in (1, 2, 3)},
)


def session(days: str, *, kind: Kind = "weekly", first: date = date(2024, 1, 1), weeks: tuple[int, ...] = ()) -> Rhythm:
    return Rhythm(kind, tuple(days.split()), weeks, first, None, time(13, 30), time(15, 30))


CASES: dict[str, tuple[Rhythm, Exceptions, Nation, str, str]] = {
    # --- Christmas week 2026: Christmas Day is a Friday, Boxing Day a Saturday, its substitute Monday 28 December
    "Christmas week, three days a week, not on bank holidays": (
        session("MO WE FR"),
        NOT_ON_BANK_HOLIDAYS,
        "ENG",
        "2026-12-18",
        """Fri 2026-12-18 13:30+00:00
           Mon 2026-12-21 13:30+00:00
           Wed 2026-12-23 13:30+00:00
           Wed 2026-12-30 13:30+00:00
           Mon 2027-01-04 13:30+00:00
           Wed 2027-01-06 13:30+00:00""",
    ),
    "Christmas week, on bank holidays too": (
        session("MO WE FR"),
        Exceptions(),
        "ENG",
        "2026-12-23",
        """Wed 2026-12-23 13:30+00:00
           Fri 2026-12-25 13:30+00:00
           Mon 2026-12-28 13:30+00:00
           Wed 2026-12-30 13:30+00:00
           Fri 2027-01-01 13:30+00:00
           Mon 2027-01-04 13:30+00:00""",
    ),
    "Closed from 21 December to 3 January": (
        session("MO WE FR"),
        SHUT_FOR_CHRISTMAS,
        "ENG",
        "2026-12-16",
        """Wed 2026-12-16 13:30+00:00
           Fri 2026-12-18 13:30+00:00
           Mon 2027-01-04 13:30+00:00
           Wed 2027-01-06 13:30+00:00""",
    ),
    "Every other Friday keeps its turn over a Christmas Day left out": (
        session("FR", kind="fortnightly", first=date(2026, 9, 4)),
        NOT_ON_BANK_HOLIDAYS,
        "ENG",
        "2026-11-20",
        """Fri 2026-11-27 13:30+00:00
           Fri 2026-12-11 13:30+00:00
           Fri 2027-01-08 13:30+00:00
           Fri 2027-01-22 13:30+00:00""",
    ),
    # --- 2 January: a holiday in Scotland alone. In 2027 a Saturday, with its substitute on Monday 4 January
    "A Saturday in England at New Year": (
        session("SA"),
        NOT_ON_BANK_HOLIDAYS,
        "ENG",
        "2026-12-19",
        """Sat 2026-12-19 13:30+00:00
           Sat 2027-01-02 13:30+00:00
           Sat 2027-01-09 13:30+00:00""",
    ),
    "A Saturday in Scotland at New Year": (
        session("SA"),
        NOT_ON_BANK_HOLIDAYS,
        "SCT",
        "2026-12-19",
        """Sat 2026-12-19 13:30+00:00
           Sat 2027-01-09 13:30+00:00
           Sat 2027-01-16 13:30+00:00""",
    ),
    "A Monday in Scotland at New Year": (
        session("MO"),
        NOT_ON_BANK_HOLIDAYS,
        "SCT",
        "2026-12-21",
        """Mon 2026-12-21 13:30+00:00
           Mon 2027-01-11 13:30+00:00""",
    ),
    # --- Half terms: Monday 26 to Friday 30 October 2026, Monday 15 to Friday 19 February 2027
    "October half term, and the clocks going back on 25 October 2026": (
        session("TU"),
        IN_TERM,
        "ENG",
        "2026-10-13",
        """Tue 2026-10-13 13:30+01:00
           Tue 2026-10-20 13:30+01:00
           Tue 2026-11-03 13:30+00:00""",
    ),
    "February half term": (
        session("TU FR"),
        IN_TERM,
        "ENG",
        "2027-02-09",
        """Tue 2027-02-09 13:30+00:00
           Fri 2027-02-12 13:30+00:00
           Tue 2027-02-23 13:30+00:00
           Fri 2027-02-26 13:30+00:00""",
    ),
    "The second and the last Friday of the month lose one each to Good Friday and the Easter holidays": (
        session("FR", kind="monthly", weeks=(2, -1)),
        IN_TERM,
        "ENG",
        "2027-02-01",
        """Fri 2027-02-12 13:30+00:00
           Fri 2027-02-26 13:30+00:00
           Fri 2027-03-12 13:30+00:00
           Fri 2027-04-30 13:30+01:00
           Fri 2027-05-14 13:30+01:00
           Fri 2027-05-28 13:30+01:00
           Fri 2027-06-11 13:30+01:00""",
    ),
    # --- Easter 2027: Good Friday 26 March, Easter Sunday and the clocks going forward 28 March, Monday 29 March
    "Easter in England": (
        session("MO FR"),
        NOT_ON_BANK_HOLIDAYS,
        "ENG",
        "2027-03-19",
        """Fri 2027-03-19 13:30+00:00
           Mon 2027-03-22 13:30+00:00
           Fri 2027-04-02 13:30+01:00
           Mon 2027-04-05 13:30+01:00""",
    ),
    "Easter Monday is no bank holiday in Scotland": (
        session("MO FR"),
        NOT_ON_BANK_HOLIDAYS,
        "SCT",
        "2027-03-22",
        """Mon 2027-03-22 13:30+00:00
           Mon 2027-03-29 13:30+01:00
           Fri 2027-04-02 13:30+01:00""",
    ),
    "Easter holidays from school": (
        session("MO WE"),
        IN_TERM,
        "ENG",
        "2027-03-22",
        """Mon 2027-03-22 13:30+00:00
           Wed 2027-03-24 13:30+00:00
           Mon 2027-04-12 13:30+01:00
           Wed 2027-04-14 13:30+01:00""",
    ),
    "Saint Patrick's Day in Northern Ireland": (
        session("WE"),
        NOT_ON_BANK_HOLIDAYS,
        "NIR",
        "2027-03-10",
        """Wed 2027-03-10 13:30+00:00
           Wed 2027-03-24 13:30+00:00""",
    ),
    # --- The clocks
    "Sundays as the clocks go forward on 28 March 2027": (
        session("SU"),
        NOT_ON_BANK_HOLIDAYS,
        "WLS",
        "2027-03-21",
        """Sun 2027-03-21 13:30+00:00
           Sun 2027-03-28 13:30+01:00
           Sun 2027-04-04 13:30+01:00""",
    ),
    "Sundays as the clocks go back on 25 October 2026": (
        session("SU"),
        NOT_ON_BANK_HOLIDAYS,
        "ENG",
        "2026-10-18",
        """Sun 2026-10-18 13:30+01:00
           Sun 2026-10-25 13:30+00:00
           Sun 2026-11-01 13:30+00:00""",
    ),
    "Sundays as the clocks go back on 31 October 2027": (
        session("SU"),
        NOT_ON_BANK_HOLIDAYS,
        "ENG",
        "2027-10-24",
        """Sun 2027-10-24 13:30+01:00
           Sun 2027-10-31 13:30+00:00
           Sun 2027-11-07 13:30+00:00""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_dates_are_those_written_by_hand(name: str) -> None:
    rhythm, exceptions, nation, since, table = CASES[name]
    expected = [" ".join(line.split()) for line in table.splitlines()]
    found = occurrences(
        rhythm,
        exceptions,
        since=datetime.combine(date.fromisoformat(since), time(9), LONDON),
        terms=TERMS,
        nation=nation,
        limit=len(expected),
    )
    assert [f"{item.start:%a} {item.start.isoformat(' ', 'minutes')}" for item in found] == expected
    assert {f"{item.end:%H:%M}" for item in found if item.end} == {"15:30"}
    assert {(item.status, item.why) for item in found} == {("on", "")}
