"""The dates of a calendar file in the coming months, by the clock here.

Invariant: reads only what `cutting` let through, and stops when it takes too long or comes to too much, with a sentence
that says what to do. One event that cannot be read is left out and said so; it hinders no other.
Sources: RFC 5545 and, for names of zones, what icalendar knows of Windows.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from threading import Lock
from time import monotonic
from typing import Any, Final
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from connector.feeds.cutting import Cut, cut
from connector.feeds.dates import HORIZON, EventDate, Read, Rule, Unreadable

MOST_DATES: Final = 500
SECONDS: Final = 6.0
NOT_READ: Final = "cannot be read"
TOO_MANY_DATES: Final = (
    f"There are more than {MOST_DATES} dates in the coming half year. If the calendar is of several groups, give words "
    "from the titles of yours."
)
_ONE_AT_A_TIME: Final = Lock()
TOO_LONG: Final = "The calendar takes too long to work out. Give one that is for your group alone."


def read_ical(body: bytes, words: tuple[str, ...], now: datetime, zone: ZoneInfo) -> Read:
    """`words`: an event counts if its title has one of them; all do without any. Raises Unreadable."""
    prepared = cut(body)
    with _ONE_AT_A_TIME:
        # The library remembers zones by their names: what one calendar calls its own is nothing to the next.
        icalendar.use_zoneinfo()
        return _read(prepared, words, now, zone)


def _read(prepared: Cut, words: tuple[str, ...], now: datetime, zone: ZoneInfo) -> Read:
    try:
        calendar: Any = icalendar.Calendar.from_ical(prepared.text)
    except (ValueError, KeyError, IndexError, OverflowError) as problem:
        raise Unreadable("The calendar cannot be read. Its program may have written it wrongly.") from problem
    until = monotonic() + SECONDS
    found: list[EventDate] = []
    rules: dict[str, Rule] = {}
    for uid, events in _by_uid(calendar, words).items():
        if monotonic() > until:
            raise Unreadable(TOO_LONG)
        try:
            dates, rule = _expanded(uid, events, calendar, now, zone)
        except Unreadable:
            raise
        except Exception:  # whatever a stranger's file makes a library do
            prepared.left_out[NOT_READ] += 1
            continue
        found += dates
        rules |= {uid: rule} if rule else {}
        if len(found) > MOST_DATES:
            raise Unreadable(TOO_MANY_DATES)
    return Read(tuple(sorted(found, key=lambda each: (each.start, each.key))), rules, _said(prepared))


def title_of(text: object) -> str:
    """A title as one short line of plain words."""
    return " ".join("".join(each if each.isprintable() else " " for each in str(text or "")).split())[:120]


def counts(title: str, words: Iterable[str]) -> bool:
    """Whether a title has one of the words."""
    wanted = [word.casefold() for word in words]
    return not wanted or any(word in title.casefold() for word in wanted)


def _by_uid(calendar: Any, words: tuple[str, ...]) -> dict[str, list[Any]]:
    """The components of each event. One that is moved may have another title: the whole event counts by any."""
    found: dict[str, list[Any]] = defaultdict(list)
    for event in calendar.walk("VEVENT"):
        found[str(event.get("UID", ""))[:300]].append(event)
    wanted = {
        uid: events
        for uid, events in found.items()
        if any(counts(title_of(each.get("SUMMARY")), words) for each in events)
    }
    return dict(wanted)


def _expanded(
    uid: str, events: list[Any], calendar: Any, now: datetime, zone: ZoneInfo
) -> tuple[list[EventDate], Rule | None]:
    first, last = now - timedelta(days=1), now + HORIZON
    if any("DTEND" in each and _ends_before(each, zone) for each in events):
        raise ValueError(uid)
    repeats = any("RRULE" in each or "RDATE" in each for each in events)
    if not repeats and all(_local(each["DTSTART"].dt, zone) < first - timedelta(days=2) for each in events):
        return [], None
    alone = icalendar.Calendar()
    for name in ("X-WR-TIMEZONE", "CALSCALE"):
        if name in calendar:
            alone.add(name, str(calendar[name]))
    for event in events:
        alone.add_component(event)
    shown = []
    for place, each in enumerate(recurring_ical_events.of(alone).between(first, last)):
        if place > MOST_DATES:
            raise Unreadable(TOO_MANY_DATES)
        shown.append(each)
    seen: dict[str, int] = defaultdict(int)
    return [_date(uid, each, repeats, zone, seen) for each in shown], _rule(events, zone)


def _ends_before(event: Any, zone: ZoneInfo) -> bool:
    return _local(event["DTEND"].dt, zone) < _local(event["DTSTART"].dt, zone)


def _date(uid: str, event: Any, repeats: bool, zone: ZoneInfo, seen: dict[str, int]) -> EventDate:
    start = _local(event["DTSTART"].dt, zone)
    end = _local(event["DTEND"].dt, zone) if "DTEND" in event else None
    original = _local(event["RECURRENCE-ID"].dt, zone) if "RECURRENCE-ID" in event else start
    key = f"{uid}|{original.date().isoformat()}" if repeats else uid
    seen[key] += 1
    key = key if seen[key] == 1 else f"{key}|{seen[key]}"
    off = str(event.get("STATUS", "")).upper() == "CANCELLED"
    return EventDate(key, uid, title_of(event.get("SUMMARY")), start, end if end and end > start else None, off)


def _rule(events: list[Any], zone: ZoneInfo) -> Rule | None:
    """Of an event that repeats by one rule."""
    masters = [each for each in events if "RRULE" in each and "RECURRENCE-ID" not in each]
    if len(masters) != 1 or isinstance(masters[0]["RRULE"], list):
        return None
    master = masters[0]
    start = _local(master["DTSTART"].dt, zone)
    end = None
    if "DTEND" in master:
        end = _local(master["DTEND"].dt, zone)
    elif "DURATION" in master:
        end = start + master["DURATION"].dt
    times = EventDate("", "", "", start, end if end and end > start else None).times
    return Rule(master["RRULE"].to_ical().decode(), start.replace(tzinfo=None), times[1])


def _local(moment: date, zone: ZoneInfo) -> datetime:
    """By the clock here. Raises TypeError for a day without a time."""
    if not isinstance(moment, datetime):
        raise TypeError(moment)
    plain = moment.replace(second=0, microsecond=0)
    return plain.replace(tzinfo=zone) if plain.tzinfo is None else plain.astimezone(zone)


def _said(prepared: Cut) -> tuple[str, ...]:
    told = []
    for why, count in sorted(prepared.left_out.items()):
        many = f"{count:,} events are left out: each" if count > 1 else "One event is left out: it"
        told.append(f"{many} {why}.")
    return tuple(told)
