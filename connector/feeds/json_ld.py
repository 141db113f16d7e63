"""The dates that a web page tells machines (schema.org events as JSON-LD).

Invariant: nothing of the page is run or shown but titles and times; what is too deep or too much is left.
Source: schema.org, Event (startDate, endDate, eventStatus, subEvent).
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any, Final
from zoneinfo import ZoneInfo

from connector.feeds.dates import HORIZON, EventDate, Read, Unreadable
from connector.feeds.ical import MOST_DATES, TOO_MANY_DATES, counts, title_of

DEEPEST: Final = 12
MOST_THINGS: Final = 20_000
NOTHING: Final = (
    "This page tells machines of no events. Give the address of a calendar instead: it ends in .ics, or starts with "
    "webcal."
)
_OFF: Final = ("EventCancelled", "EventPostponed")


def read_page(body: bytes, words: tuple[str, ...], now: datetime, zone: ZoneInfo) -> Read:
    """As `read_ical`. Raises Unreadable."""
    events = [each for text in _scripts(body) for each in _events(text)]
    if not events:
        raise Unreadable(NOTHING)
    found: dict[str, EventDate] = {}
    without = 0
    for event in events:
        date = _date(event, zone)
        without += date is None
        if date is not None and counts(date.title, words) and now - timedelta(days=1) <= date.start <= now + HORIZON:
            found[date.key] = date
    if len(found) > MOST_DATES:
        raise Unreadable(TOO_MANY_DATES)
    left_out = (f"{without:,} events are left out: they have no day and time.",) if without else ()
    return Read(tuple(sorted(found.values(), key=lambda each: (each.start, each.key))), {}, left_out)


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        self._within = tag == "script" and kind == "application/ld+json"
        if self._within:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._within = self._within and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._within:
            self.found[-1] += data


def _scripts(body: bytes) -> list[str]:
    parser = _Scripts()
    parser.feed(body.decode("utf-8", "replace"))
    parser.close()
    return parser.found


def _events(text: str) -> list[dict[str, Any]]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [each for each in _things(told) if _is_event(each)]


def _things(told: Any) -> Iterator[dict[str, Any]]:
    """All objects within, level by level."""
    level, seen = [told], 0
    for _ in range(DEEPEST):
        below: list[Any] = []
        for each in level:
            seen += 1
            if seen > MOST_THINGS:
                return
            if isinstance(each, dict):
                yield each
                below += each.values()
            elif isinstance(each, list):
                below += each
        level = below


def _is_event(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(each, str) and each.rpartition("/")[2].endswith("Event") for each in named)


def _date(event: dict[str, Any], zone: ZoneInfo) -> EventDate | None:
    start, end = _moment(event.get("startDate"), zone), _moment(event.get("endDate"), zone)
    if start is None:
        return None
    title = title_of(event.get("name"))
    known = next((event[name] for name in ("@id", "identifier", "url") if isinstance(event.get(name), str)), "")
    # One page may tell of a whole series under one address.
    key = f"{known[:300] or title}|{start.date().isoformat()}"
    off = str(event.get("eventStatus", "")).rpartition("/")[2] in _OFF
    return EventDate(key, key, title, start, end if end and end > start else None, off)


def _moment(told: Any, zone: ZoneInfo) -> datetime | None:
    if not isinstance(told, str) or "T" not in told:
        return None
    try:
        moment = datetime.fromisoformat(told.strip()).replace(second=0, microsecond=0)
        return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
    except (ValueError, OverflowError):
        return None
