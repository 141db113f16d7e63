"""Our calendar files in a calendar program's own reader (ical.js, which Thunderbird has), by the zone in the file: the
same dates as `cms.schedule` says, over thirteen months and both changes of the clocks."""

import json
import os
import subprocess
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from cms.schedule.exceptions import Exceptions, Terms
from cms.schedule.rhythm import Rhythm
from tests.cms.calendars.expanding import Shown, events, file_of
from tests.cms.calendars.test_series import AUTUMN, NIGHTS, SINCE, TODAY, UNTIL, WEEKLY, compared, said

pytestmark = pytest.mark.browser
SCRIPT = Path(__file__).with_name("expand_calendar.mjs")
BEGAN = date(2026, 1, 6)
OFF = Exceptions(
    closed=frozenset({date(2026, 4, 7), date(2026, 4, 14)}),
    extra=frozenset({date(2026, 4, 9), date(2026, 12, 25)}),
    cancelled={date(2026, 3, 10): "The boiler is being mended.", date(2026, 4, 9): ""},
    bank_holidays="off",
)
CASES: dict[str, tuple[Rhythm, Exceptions, Terms | None]] = {
    "weekly": (WEEKLY, Exceptions(), None),
    "weekly, with exceptions": (WEEKLY, OFF, None),
    "in term time": (WEEKLY, Exceptions(term_time=True), AUTUMN),
    "past midnight": (NIGHTS, Exceptions(), None),
    "fortnightly": (Rhythm("fortnightly", ("TU", "SU"), (), BEGAN, None, time(9), None), OFF, None),
    "monthly": (Rhythm("monthly", ("FR", "SA"), (2, -1), BEGAN, None, time(19), time(21)), OFF, None),
    "daily, until summer is over": (Rhythm("daily", (), (), BEGAN, date(2026, 11, 1), time(23), time(1)), OFF, None),
    "once": (Rhythm("once", (), (), date(2026, 10, 25), None, time(10), time(12)), Exceptions(), None),
    "once, called off": (
        Rhythm("once", (), (), date(2026, 10, 25), None, time(10), time(12)),
        Exceptions(cancelled={date(2026, 10, 25): "Rain."}),
        None,
    ),
}


def in_the_client(file: bytes, folder: Path, since: datetime, until: datetime) -> list[Shown]:
    path = folder / "calendar.ics"
    path.write_bytes(file)
    command = ["node", str(SCRIPT), os.environ["ICAL_JS"], str(path), since.isoformat(), until.isoformat()]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    rows = json.loads(done.stdout)
    return [Shown(datetime.fromisoformat(start), datetime.fromisoformat(end), off) for start, end, off in rows]


@pytest.mark.parametrize("case", CASES)
def test_it_shows_what_the_schedule_says(case: str, tmp_path: Path) -> None:
    rhythm, exceptions, terms = CASES[case]
    theirs = in_the_client(file_of(rhythm, exceptions, today=TODAY, terms=terms), tmp_path, SINCE, UNTIL)
    assert theirs == [compared(each) for each in said(rhythm, exceptions, terms)]
    assert theirs


def test_it_reads_a_whole_ward(open_page: Callable[..., Page], tmp_path: Path) -> None:
    answer = open_page().context.request.get("/wards/weavers-fold/calendar.ics")
    file = answer.body()
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    now = datetime.now(ZoneInfo("Europe/London"))
    assert len(events(file)) > 10
    assert len(in_the_client(file, tmp_path, now, now.replace(year=now.year + 1))) > 100
