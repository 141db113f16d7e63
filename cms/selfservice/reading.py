"""What somebody types about their group, read: dates without a year, several on a line, telephone numbers.

Invariant: what cannot be read is never dropped but named, with what to write instead (`cms.panels.written.Unreadable`).
Pure: no Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from cms.panels.written import Unreadable, read_date, write_date
from cms.schedule.names import DAY_NAMES

_BETWEEN: Final = re.compile(r"[\n;,]|\band\b", re.IGNORECASE)
_PHONE: Final = re.compile(r"\+?[\d ()-]+", re.ASCII)
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
FEWEST_DIGITS, MOST_DIGITS = 10, 15


def read_day(text: str, today: date) -> date:
    """One day; without a year the next such day from `today` on. Raises Unreadable."""
    try:
        return read_date(text)
    except Unreadable as problem:
        if _YEAR.search(text):
            raise
        coming = [day for year in (today.year, today.year + 1) for day in _in_year(text, year) if day >= today]
        if coming:
            return coming[0]
        if str(problem).startswith("Add the year"):
            raise Unreadable(f"There is no such day as “{text.strip()}”.") from None
        raise Unreadable(f"“{text.strip()}” is not a date. Write it like this: 25 December.") from None


def read_days(text: str, today: date) -> frozenset[date]:
    """Several days, one a line or with commas or "and" between them. Raises Unreadable at the first bad one."""
    parts = (part.strip(" \t\r.") for part in _BETWEEN.split(text))
    return frozenset(read_day(part, today) for part in parts if part and not _is_weekday(part))


def write_days(days: Iterable[date], today: date) -> str:
    """One a line, earliest first, with the year only where the next such day is not meant."""
    return "\n".join(write_day(day, today) for day in sorted(days))


def write_day(day: date, today: date) -> str:
    """ "25 December"; with the year when reading it back without one would give another day."""
    short = write_date(day).rpartition(" ")[0]
    try:
        return short if read_day(short, today) == day else write_date(day)
    except Unreadable:
        return write_date(day)


def read_phone(text: str) -> str:
    """A telephone number as it was written, with single spaces; empty for none. Raises Unreadable."""
    plain = " ".join(text.split())
    digits = sum(sign.isdigit() for sign in plain)
    if plain and not (_PHONE.fullmatch(plain) and FEWEST_DIGITS <= digits <= MOST_DIGITS):
        raise Unreadable("Write the whole number, with the code at the front: 01632 960 014.")
    return plain


def _in_year(text: str, year: int) -> list[date]:
    found = []
    for whole in (f"{text.strip()} {year}", f"{text.strip()}/{year}"):
        try:
            found.append(read_date(whole))
        except Unreadable:
            continue
    return found


def _is_weekday(part: str) -> bool:
    """The "Friday" of "Friday, 25 December": said again by the date."""
    return len(part) >= 3 and any(day.casefold().startswith(part.casefold()) for day in DAY_NAMES)
