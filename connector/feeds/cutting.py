"""A calendar file cut down to what we read, before any library sees it: events, their times, zones.

Invariant: whatever comes in, what comes out is small, flat, and holds no rule that could be worked on without end. What
breaks off is refused, never read as if it were all. Pure.
Source: RFC 5545, sections 3.1 (lines), 3.3.10 (rules), 3.6.1 and 3.6.5.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from connector.feeds.dates import Unreadable

MOST_EVENTS: Final = 5_000
MOST_LISTED: Final = 1_000
YEARS: Final = range(1970, 2200)
NO_CALENDAR: Final = "There is no calendar at this address. Give the one that ends in .ics, or starts with webcal."
BROKEN_OFF: Final = "The calendar breaks off in the middle."
TOO_MANY: Final = f"The calendar holds more than {MOST_EVENTS:,} events. Give one that is for your group alone."
# Why single events are left out.
OFTEN: Final = "repeats every hour or more often, or in a way that we cannot follow"
NO_START: Final = "has no day on which it starts"
ALL_DAY: Final = "has a day and no time"
FAR: Final = "is in a year that cannot be"

_KEPT: Final = frozenset(
    "UID DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID SEQUENCE STATUS SUMMARY DTSTAMP".split()
)
_HEAD: Final = frozenset("VERSION PRODID CALSCALE X-WR-TIMEZONE".split())
_NAME: Final = re.compile(r"([A-Za-z0-9-]+)([;:].*)", re.DOTALL)
_NUMBERS: Final = re.compile(r"[+-]?\d{1,3}(?:,[+-]?\d{1,3}){0,61}", re.ASCII)
_DAYS: Final = re.compile(
    r"(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)){0,34}"
)
_PARTS: Final = frozenset("FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS WKST".split())
_LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
Lines = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Cut:
    """`text`: a calendar that is safe to read; `left_out`: how many events were not taken, by why."""

    text: str
    left_out: Counter[str]


def cut(body: bytes) -> Cut:
    """Raises Unreadable."""
    text = body.decode("utf-8-sig", "replace").replace("\x00", "")
    if not re.match(r"\s*BEGIN:VCALENDAR", text, re.IGNORECASE):
        raise Unreadable(NO_CALENDAR)
    if not text.rstrip().upper().endswith("END:VCALENDAR"):
        raise Unreadable(BROKEN_OFF)
    if len(re.findall(r"^BEGIN:VEVENT", text, re.IGNORECASE | re.MULTILINE)) > MOST_EVENTS:
        raise Unreadable(TOO_MANY)
    head, zones, events = _parts(_lines(text))
    left_out: Counter[str] = Counter()
    kept = []
    for event in events:
        fault = _fault(event)
        left_out += Counter([fault] if fault else [])
        kept += [] if fault else ["BEGIN:VEVENT", *_written(_with_uid(event)), "END:VEVENT"]
    around = ["BEGIN:VCALENDAR", *_written(head), *zones, *kept, "END:VCALENDAR"]
    return Cut("\r\n".join(around) + "\r\n", left_out)


def followable(rule: str) -> bool:
    """Whether a rule can be worked out: by days, weeks, months or years, and no dates that never come."""
    pairs = [part.partition("=") for part in rule.upper().split(";") if part]
    parts = {name: value for name, _, value in pairs}
    frequency = parts.get("FREQ")
    if (
        len(parts) != len(pairs)
        or not set(parts) <= _PARTS
        or frequency not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
    ):
        return False
    numbers = {name: value for name, value in parts.items() if name in ("BYMONTHDAY", "BYMONTH", "BYSETPOS")}
    if not all(map(_NUMBERS.fullmatch, numbers.values())) or not _DAYS.fullmatch(parts.get("BYDAY", "MO")):
        return False
    if not all(re.fullmatch(r"[1-9]\d{0,3}", parts.get(name, "1"), re.ASCII) for name in ("INTERVAL", "COUNT")):
        return False
    if "BYSETPOS" in parts and (frequency in ("DAILY", "WEEKLY") or "BYDAY" not in parts):
        return False
    return _ever(_ints(parts.get("BYMONTH", "")), _ints(parts.get("BYMONTHDAY", "")))


def _ever(months: list[int], days: list[int]) -> bool:
    """Whether some of these days are in some of these months."""
    if not all(1 <= each <= 12 for each in months) or not all(1 <= abs(each) <= 31 for each in days):
        return False
    longest = max((_LONGEST_MONTH[each - 1] for each in months), default=31)
    return not days or min(map(abs, days)) <= longest


def _ints(text: str) -> list[int]:
    return [int(each) for each in text.split(",") if each]


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Name and the rest of each line, after what was folded is one line again."""
    for line in re.split(r"\r\n|\n|\r", re.sub(r"(?:\r\n|\n|\r)[ \t]", "", text)):
        found = _NAME.fullmatch(line)
        if found:
            yield found[1].upper(), found[2]


def _parts(lines: Iterable[tuple[str, str]]) -> tuple[Lines, list[str], list[Lines]]:
    """The calendar's own lines, its zones as they are, and the lines of each event. What lies deeper is dropped, but
    for the two halves of a zone."""
    head: Lines = []
    zones: list[str] = []
    events: list[Lines] = []
    within: list[str] = []
    zone: list[str] = []
    for name, rest in lines:
        value = rest[1:].strip().upper()
        if name == "BEGIN":
            within.append(value)
            events += [[]] if within[1:] == ["VEVENT"] else []
            zone = [] if within[1:] == ["VTIMEZONE"] else zone
        if _is_of_zone(within):
            zone.append(f"{name}{rest}")
        elif within[1:] == ["VEVENT"] and name in _KEPT:
            events[-1].append((name, rest))
        elif len(within) == 1 and name in _HEAD:
            head.append((name, rest))
        if name == "END" and within and within[-1] == value:
            zones += zone if within[1:] == ["VTIMEZONE"] and _is_plain_zone(zone) else []
            within.pop()
    return head, zones, events


def _is_of_zone(within: list[str]) -> bool:
    return within[1:2] == ["VTIMEZONE"] and within[2:] in ([], ["STANDARD"], ["DAYLIGHT"])


def _is_plain_zone(lines: list[str]) -> bool:
    """Whether its clocks change by the year, as clocks do."""
    rules = [line.partition(":")[2].upper() for line in lines if line.upper().startswith("RRULE")]
    fine = all("FREQ=YEARLY" in rule.split(";") and followable(rule) for rule in rules)
    return fine and len(lines) < MOST_LISTED and not any(re.search(r"^DTSTART.*:0", line, re.I) for line in lines)


def _fault(event: Lines) -> str:
    """Why an event is left out; nothing where it is taken."""
    starts = [rest for name, rest in event if name == "DTSTART"]
    year = re.search(r":\s*(\d{4})\d{4}", starts[0], re.ASCII) if starts else None
    rules = [rest[1:] for name, rest in event if name == "RRULE"]
    listed = sum(rest.count(",") + 1 for name, rest in event if name in ("RDATE", "EXDATE"))
    if year is None:
        return NO_START
    if int(year[1]) not in YEARS:
        return FAR
    if "T" not in starts[0].rpartition(":")[2].upper():
        return ALL_DAY
    if len(rules) > 1 or not all(map(followable, rules)) or listed > MOST_LISTED:
        return OFTEN
    return ""


def _with_uid(event: Lines) -> Lines:
    """Some write none; then it is known by its title and start."""
    if any(name == "UID" and rest[1:].strip() for name, rest in event):
        return event
    said = "".join(rest for name, rest in event if name in ("SUMMARY", "DTSTART"))
    return [*event, ("UID", f":{sha256(said.encode()).hexdigest()[:20]}")]


def _written(lines: Lines) -> list[str]:
    return [f"{name}{rest}" for name, rest in lines]
