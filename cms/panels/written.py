"""Dates and times as people write them, one date a line, and back.

Invariant: what `write_dates` wrote, `read_dates` reads as the same; what cannot be read is never dropped but named in
the problem, with what to write instead. Pure: no Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, time

from cms.schedule.names import DAY_NAMES, MONTH_NAMES

EARLIEST_YEAR, LATEST_YEAR = 1970, 2199

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9}) (\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})", re.ASCII)
_NO_YEAR = re.compile(r"\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?", re.ASCII)
_START = re.compile(
    r"\s*((?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]+,?\s+\d{4}))(.*)",
    re.ASCII | re.IGNORECASE,
)
_POUNDS = re.compile(r"£? ?(\d{1,4})(?:\.(\d{1,2}))?", re.ASCII)
_PENCE = re.compile(r"(\d{1,4}) ?p", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:([.:])(\d{2}))? ?(am|pm)?", re.ASCII)


class Unreadable(ValueError):
    """A line that is no date or time. The message says which one and what to write."""


def read_date(text: str) -> date:
    """One day: "25 December 2026", "Fri 25 Dec 2026", "25/12/2026", "2026-12-25". Raises Unreadable."""
    plain = " ".join(text.casefold().replace(",", " ").split())
    for day in DAY_NAMES:
        if (first := plain.partition(" ")[0]) and day.casefold().startswith(first) and len(first) >= 3:
            plain = plain.partition(" ")[2]
            break
    numbers = _numbers(plain)
    if numbers is None:
        if _NO_YEAR.fullmatch(plain):
            raise Unreadable(f"Add the year to “{text.strip()}”.")
        raise Unreadable(f"“{text.strip()}” is not a date. Write it like this: 25 December 2026.")
    try:
        day_read = date(*numbers)
    except ValueError:
        raise Unreadable(f"There is no such day as “{text.strip()}”.") from None
    if not EARLIEST_YEAR <= day_read.year <= LATEST_YEAR:
        raise Unreadable(f"Check the year of “{text.strip()}”.")
    return day_read


def read_dates(text: str) -> tuple[date, ...]:
    """One date a line, in order and once each. Empty lines do no harm. Raises Unreadable at the first bad line."""
    return tuple(sorted({read_date(line) for line in text.splitlines() if line.strip()}))


def read_called_off(text: str) -> dict[date, str]:
    """One date a line, and after it why: "25 December 2026: boiler". No reason is an empty one. Raises Unreadable."""
    found: dict[date, str] = {}
    for line in filter(str.strip, text.splitlines()):
        match = _START.fullmatch(line)
        if match is None:
            raise Unreadable(f"“{line.strip()}” has no date. Write it like this: 25 December 2026: boiler broken.")
        found[read_date(match[1])] = match[2].strip(" \t:;,.–—-")
    return dict(sorted(found.items()))


def write_date(day: date) -> str:
    """ "25 December 2026"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def write_dates(days: Iterable[date]) -> str:
    """One a line, earliest first."""
    return "\n".join(write_date(day) for day in sorted(days))


def write_called_off(days: Mapping[date, str]) -> str:
    """One a line, each with why if that is known."""
    return "\n".join(f"{write_date(day)}: {why}" if why else write_date(day) for day, why in sorted(days.items()))


def read_time(text: str) -> time:
    """A time of day: "13:30", "1.30pm", "7pm", "noon". Raises Unreadable.

    "1.30" and "7" may be the morning or the afternoon, which nobody should guess; "1:30" is by the 24-hour clock.
    """
    plain = " ".join(text.casefold().split())
    if plain in ("noon", "midday", "midnight"):
        return time(0 if plain == "midnight" else 12)
    match = _TIME.fullmatch(plain)
    if match is None:
        raise Unreadable(f"“{text.strip()}” is not a time. Write it like this: 1.30pm or 13:30.")
    hour, minute, half = int(match[1]), int(match[3] or 0), match[4]
    if half is None and match[2] != ":" and 1 <= hour <= 12:
        said = text.strip()
        raise Unreadable(f"Is “{said}” in the morning or the afternoon? Write {said}am or {said}pm.")
    if half and not 1 <= hour <= 12:
        raise Unreadable(f"“{text.strip()}” is not a time. Leave out {half}, or write an hour from 1 to 12.")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise Unreadable(f"There is no such time as “{text.strip()}”.")
    return time(hour, minute)


def write_time(moment: time) -> str:
    """ "1.30pm", "7am", "noon": what `read_time` reads as the same."""
    if moment in (time(0), time(12)):
        return "noon" if moment.hour else "midnight"
    minutes = f".{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def _numbers(plain: str) -> tuple[int, int, int] | None:
    if match := _ISO.fullmatch(plain):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.fullmatch(plain):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _DAY_FIRST.fullmatch(plain):
        return _named(match[3], match[2], match[1])
    if match := _MONTH_FIRST.fullmatch(plain):
        return _named(match[3], match[1], match[2])
    return None


def _named(year: str, month: str, day: str) -> tuple[int, int, int] | None:
    for place, name in enumerate(MONTH_NAMES, start=1):
        if name.casefold().startswith(month) or (month == "sept" and place == 9):
            return int(year), place, int(day)
    return None


def read_money(text: str) -> int:
    """An amount in pence: "£2.50", "2", "50p", "free". Raises Unreadable."""
    plain = " ".join(text.casefold().replace(",", "").split())
    if plain in ("free", "nothing"):
        return 0
    if pence := _PENCE.fullmatch(plain):
        return int(pence[1])
    pounds = _POUNDS.fullmatch(plain)
    if pounds is None:
        raise Unreadable(f"“{text.strip()}” is not an amount. Write it like this: £2.50, 50p or free.")
    return int(pounds[1]) * 100 + int((pounds[2] or "").ljust(2, "0"))


def write_money(pence: int) -> str:
    """ "£2.50"; "free" for nothing."""
    return f"£{pence // 100}.{pence % 100:02d}" if pence else "free"
