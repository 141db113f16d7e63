"""A rhythm as an RFC 5545 recurrence rule, and back, for calendars and open data.

Invariant: `from_rrule(to_rrule(rhythm))` is the same rhythm, and a rule that a plain question could not have made
(the third of every month, every five weeks) gives None, never something near to it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Final
from zoneinfo import ZoneInfo

from cms.schedule.dates import dates
from cms.schedule.rhythm import WEEKDAYS, WEEKS_OF_MONTH, Kind, Rhythm, RhythmProblem

LONDON: Final = ZoneInfo("Europe/London")
MOST_COUNTED: Final = 1000
_UNTIL: Final = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?", re.ASCII)
_BYDAY: Final = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_COUNTED: Final = re.compile(r"\d{1,4}", re.ASCII)
_PARTS: Final = {"FREQ", "INTERVAL", "BYDAY", "BYSETPOS", "UNTIL", "COUNT", "WKST"}


def to_rrule(rhythm: Rhythm, *, tz: tzinfo = LONDON) -> str:
    """The value of an RRULE property (RFC 5545, 3.3.10), without its name.

    Give it with the first of `dates(rhythm, rhythm.first)` as DTSTART, in `tz`. UNTIL is the start of the session on
    the last day, in UTC. A session that runs once is "FREQ=DAILY;COUNT=1".
    """
    if rhythm.kind == "once":
        return "FREQ=DAILY;COUNT=1"
    parts = {
        "daily": "FREQ=DAILY",
        "weekly": f"FREQ=WEEKLY;BYDAY={','.join(rhythm.days)}",
        "fortnightly": f"FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY={','.join(rhythm.days)}",
        "monthly": "FREQ=MONTHLY;BYDAY="
        + ",".join(f"{week}{day}" for week in rhythm.weeks_of_month for day in rhythm.days),
    }[rhythm.kind]
    if rhythm.until is None:
        return parts
    last = datetime.combine(rhythm.until, rhythm.start, tz).astimezone(UTC)
    return f"{parts};UNTIL={last:%Y%m%dT%H%M%SZ}"


def from_rrule(text: str, dtstart: datetime, end: time | None, *, tz: tzinfo = LONDON) -> Rhythm | None:
    """The rhythm that a rule says, or None if it cannot be asked as a day, a time and a rhythm.

    `text` is the value of RRULE ("RRULE:" in front is allowed; empty means once). `dtstart` is the first start, by
    the wall clock of `tz` if it has no zone, and brought to it if it has one. COUNT becomes the date of the last one.
    Never raises for any text.
    """
    parts = _parse(text)
    local = dtstart if dtstart.tzinfo is None else dtstart.astimezone(tz).replace(tzinfo=None, fold=0)
    if parts is None:
        return None
    asked = _asked(parts, WEEKDAYS[local.weekday()])
    if asked is None:
        return None
    kind, days, weeks = asked
    try:
        rhythm = Rhythm(kind, days, weeks, local.date(), None, local.time(), end)
        return _bounded(rhythm, parts, tz)
    except (RhythmProblem, OverflowError):
        return None


def _parse(text: str) -> dict[str, str] | None:
    value = text.strip().upper().removeprefix("RRULE:")
    if not value:
        return {"FREQ": "DAILY", "COUNT": "1"}
    pairs = [part.partition("=") for part in value.split(";")]
    parts = {name: content for name, _, content in pairs}
    if len(parts) != len(pairs) or not set(parts) <= _PARTS or parts.get("WKST", "MO") not in WEEKDAYS:
        return None
    return parts


def _asked(parts: dict[str, str], start_day: str) -> tuple[Kind, tuple[str, ...], tuple[int, ...]] | None:
    """Kind, days and weeks of the month, before any end."""
    frequency, interval = parts.get("FREQ"), parts.get("INTERVAL", "1")
    by_day = _by_day(parts)
    if by_day is None or interval not in ("1", "2"):
        return None
    days, weeks = by_day
    if frequency == "MONTHLY":
        return ("monthly", days, weeks) if weeks and interval == "1" else None
    if weeks:
        return None
    if frequency == "WEEKLY" and interval == "2":
        # The week's first day moves the phase only when days on both sides of it are asked for.
        return ("fortnightly", days or (start_day,), ()) if parts.get("WKST", "MO") == "MO" or len(days) < 2 else None
    if frequency == "WEEKLY":
        return "weekly", days or (start_day,), ()
    if frequency == "DAILY" and interval == "1":
        return ("weekly", days, ()) if days else ("daily", (), ())
    return None


def _by_day(parts: dict[str, str]) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """Days and weeks of BYDAY and BYSETPOS; None unless every week asked for goes with every day."""
    if "BYDAY" not in parts:
        return None if "BYSETPOS" in parts else ((), ())
    found = [_BYDAY.fullmatch(item) for item in parts["BYDAY"].split(",")]
    asked = {(int(match[1] or 0), match[2]) for match in found if match}
    days = tuple(sorted({day for _, day in asked}, key=WEEKDAYS.index))
    weeks = tuple(sorted({week for week, _ in asked}))
    if not all(found) or len(asked) != len(days) * len(weeks):
        return None
    if weeks == (0,):
        weeks = ()
        if "BYSETPOS" in parts:
            # "The second of all the Fridays" is the second Friday, as long as only one day is counted.
            places = [place.removeprefix("+") for place in parts["BYSETPOS"].split(",")]
            known = [week for week in WEEKS_OF_MONTH if str(week) in places]
            return (days, tuple(known)) if len(days) == 1 and len(known) == len(set(places)) else None
    elif "BYSETPOS" in parts:
        return None
    return (days, weeks) if set(weeks) <= set(WEEKS_OF_MONTH) else None


def _bounded(rhythm: Rhythm, parts: dict[str, str], tz: tzinfo) -> Rhythm | None:
    if "COUNT" in parts:
        return None if "UNTIL" in parts else _counted(rhythm, parts["COUNT"])
    if "UNTIL" not in parts:
        return rhythm
    until = _until(parts["UNTIL"], rhythm.start, tz)
    return None if until is None else replace(rhythm, until=until)


def _counted(rhythm: Rhythm, count: str) -> Rhythm | None:
    if not _COUNTED.fullmatch(count) or not 1 <= int(count) <= MOST_COUNTED:
        return None
    last = next(islice(dates(rhythm, rhythm.first), int(count) - 1, None))
    if count.lstrip("0") == "1":
        return Rhythm("once", (), (), last, None, rhythm.start, rhythm.end)
    return replace(rhythm, until=last)


def _until(text: str, start: time, tz: tzinfo) -> date | None:
    """The last local day on which a session that begins at `start` is not after UNTIL."""
    match = _UNTIL.fullmatch(text)
    if match is None:
        return None
    try:
        moment = datetime.strptime(match[1] + (match[2] or "235959"), "%Y%m%d%H%M%S")
    except ValueError:
        return None
    if match[3]:
        moment = moment.replace(tzinfo=UTC).astimezone(tz).replace(tzinfo=None)
    return moment.date() if moment.time() >= start else moment.date() - timedelta(days=1)
