"""Entries as the text of a calendar file (RFC 5545, RFC 7986), which the library folds and escapes.

Invariant: pure; the same entries make the same text. Europe/London is described in the file, both changes of the
clocks, so that a program which knows no zones reads it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur, vText

from cms.calendars.series import Series
from cms.schedule.occurrences import Occurrence

MAKER: Final = "-//Connector//What is on near here//EN"
LOOK_AGAIN: Final = timedelta(hours=6)
"""So often a program that follows is asked to look."""
_SINCE: Final = datetime(2020, 1, 1, tzinfo=UTC)
OFF: Final = "Called off"


@dataclass(frozen=True, slots=True)
class Entry:
    """One session. `uid` stays the same whatever else changes; `point`: latitude and longitude; `changed`: when anybody
    last changed what is said here."""

    uid: str
    name: str
    series: Series
    changed: datetime
    url: str = ""
    words: str = ""
    where: str = ""
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a program shows of the calendar as a whole. `url`: the page that it is of."""

    name: str
    words: str = ""
    url: str = ""


def written(told: Told, entries: Iterable[Entry]) -> bytes:
    """The file."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(told.name))
    if told.words:
        for name in ("description", "x-wr-caldesc"):
            calendar.add(name, vText(told.words))
    if told.url:
        calendar.add("url", told.url)
    calendar.add("refresh-interval", LOOK_AGAIN, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{int(LOOK_AGAIN.total_seconds()) // 3600}H")
    calendar.add_component(_london())
    for entry in entries:
        for event in _events(entry):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def sequence(changed: datetime) -> int:
    """A number that grows with every change: the seconds from the beginning of 2020."""
    return max(0, int((changed - _SINCE).total_seconds()))


def _events(entry: Entry) -> Iterator[Event]:
    held = entry.series
    if held.apart and not (held.rule or held.added):
        # There is nothing that it would be apart from.
        yield _apart(entry, None, held.apart[0][1])
        return
    event = _event(entry, held.start, held.end)
    if held.rule:
        event.add("rrule", vRecur.from_ical(held.rule))
    if held.left_out:
        event.add("exdate", list(held.left_out))
    if held.added:
        event.add("rdate", list(held.added))
    yield event
    for start, each in held.apart:
        yield _apart(entry, start, each)


def _apart(entry: Entry, start: datetime | None, held: Occurrence) -> Event:
    """One date of it that is otherwise; `start`: as the rule has it, where there is one."""
    off = held.status == "cancelled"
    # In UTC, since what the clock says of the end may come twice.
    end = None if held.end is None else held.end.astimezone(UTC)
    event = _event(entry, held.start, end, f"{OFF}: {entry.name}" if off else entry.name, held.why if off else "")
    if start is not None:
        event.add("recurrence-id", start)
    if off:
        event.add("status", "CANCELLED")
    return event


def _event(entry: Entry, start: datetime, end: datetime | None, name: str = "", why: str = "") -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("summary", name or entry.name)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    for stamp in ("dtstamp", "last-modified"):
        event.add(stamp, entry.changed)
    event.add("sequence", sequence(entry.changed))
    words = "\n".join(filter(None, (f"{OFF}. {why}".strip() if why else "", entry.words)))
    for field, value in (("description", words), ("location", entry.where), ("url", entry.url)):
        if value:
            event.add(field, value)
    if entry.point:
        event.add("geo", entry.point)
    return event


def _london() -> Timezone:
    """As the clocks have changed since 1996."""
    zone = Timezone()
    zone.add("tzid", "Europe/London")
    summer, winter = timedelta(hours=1), timedelta(0)
    changes = (
        (TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), "3", winter, summer),
        (TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), "10", summer, winter),
    )
    for part, name, begins, month, before, after in changes:
        part.add("tzname", name)
        part.add("dtstart", begins)
        part.add("rrule", vRecur.from_ical(f"FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone
