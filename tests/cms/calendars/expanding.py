"""What another program makes of our calendar files: the dates that it shows, in UTC."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import icalendar
import recurring_ical_events

from cms.calendars.series import series
from cms.calendars.writing import Entry, Told, written
from cms.schedule.exceptions import Exceptions, Terms
from cms.schedule.rhythm import Rhythm

CHANGED = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)


class Shown(NamedTuple):
    """One date as a calendar program shows it. One without an end ends when it starts."""

    start: datetime
    end: datetime
    off: bool


def file_of(rhythm: Rhythm, exceptions: Exceptions, *, today: date, terms: Terms | None = None) -> bytes:
    """The file of one session."""
    found = series(rhythm, exceptions, today=today, terms=terms)
    entries = (Entry(f"uid-{place}", "Sewing", each, CHANGED) for place, each in enumerate(found))
    return written(Told("Sewing"), entries)


def shown(file: bytes, since: datetime, until: datetime) -> list[Shown]:
    """The dates that begin from `since` on and before `until`, in order."""
    calendar: Any = icalendar.Calendar.from_ical(file)
    found = [_date(event) for event in recurring_ical_events.of(calendar).between(since, until)]
    return sorted(each for each in found if since <= each.start < until)


def events(file: bytes) -> list[Any]:
    """The entries of a file."""
    calendar: Any = icalendar.Calendar.from_ical(file)
    return list(calendar.walk("VEVENT"))


def lines(file: bytes) -> list[str]:
    """Its lines, unfolded."""
    return file.decode().replace("\r\n ", "").split("\r\n")


def utc(moments: Iterable[datetime]) -> list[datetime]:
    return [moment.astimezone(UTC) for moment in moments]


def _date(event: Any) -> Shown:
    start = event["DTSTART"].dt.astimezone(UTC)
    end = event["DTEND"].dt.astimezone(UTC) if "DTEND" in event else start
    return Shown(start, end, str(event.get("STATUS", "")) == "CANCELLED")
