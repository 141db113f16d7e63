"""Single dates and ranges of dates in words and figures: "6th January", "24/12/2026", "12 to 16 April".

Invariant: pure, never raises; a date without a year is the next such day from `today` on.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from cms.schedule.exceptions import bank_holidays
from cms.schedule.spoken.day_words import MONTHS

Loose = tuple[int, int, int | None]
"""(day, month, year or None)."""

_ISO: Final = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)", re.ASCII)
_NUMBERS: Final = re.compile(r"(\d\d?)[/.](\d\d?)[/.](\d{2,4})", re.ASCII)
_WORDS: Final = re.compile(r"(\d+)(?:st|nd|rd|th)? ?-?(?:of )?([a-z]+)\.?(?: ?-?,? ?(\d{4}))?", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"(?:(\d{4}) )?([a-z]+) (\d+)(?:st|nd|rd|th)?\+?(?:,? (\d{4}))?", re.ASCII)
_FIXED: Final = {
    "christmas day": (12, 25),
    "xmas day": (12, 25),
    "christmas eve": (12, 24),
    "xmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years day": (1, 1),
    "new year day": (1, 1),
    "new years eve": (12, 31),
}
_MOVING: Final = {
    "good friday": ("Good Friday", 0),
    "easter sunday": ("Good Friday", 2),
    "easter monday": ("Good Friday", 3),
}


def loose_date(text: str) -> Loose | None:
    """Day, month and year of one date, or None."""
    if found := _ISO.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _NUMBERS.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3]) + (2000 if len(found[3]) == 2 else 0)
    if (found := _WORDS.fullmatch(text)) and found[2] in MONTHS:
        return int(found[1]), MONTHS[found[2]], int(found[3]) if found[3] else None
    if (found := _MONTH_FIRST.fullmatch(text)) and found[2] in MONTHS:
        year = found[1] or found[4]
        return int(found[3]), MONTHS[found[2]], int(year) if year else None
    return None


def settled(loose: Loose, today: date) -> date | None:
    """The day meant; None where there is no such day."""
    day, month, year = loose
    for candidate in [year] if year else range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found
    return None


def between(first: Loose, last: Loose, today: date) -> tuple[date, date] | None:
    """A range of days; the year that only one end says goes for both."""
    ends = settled(last, today)
    if ends is None:
        return None
    if first[2]:
        begins = settled(first, today)
        if begins and not last[2]:
            ends = settled(last, begins)
    else:
        begins = next((day for year in (ends.year, ends.year - 1) if (day := _in(first, year)) and day <= ends), None)
    return (begins, ends) if begins and ends and begins <= ends else None


def named(text: str, today: date) -> date | None:
    """The next Christmas Day, Good Friday and the like."""
    plain = text.replace("'", "")
    if plain in _FIXED:
        month, day = _FIXED[plain]
        return settled((day, month, None), today)
    name, later = _MOVING.get(plain, ("", 0))
    for year in (today.year, today.year + 1):
        for day_, called in bank_holidays("ENG", year).items():
            if name and called == name and day_ + timedelta(days=later) >= today:
                return day_ + timedelta(days=later)
    return None


def _in(loose: Loose, year: int) -> date | None:
    try:
        return date(year, loose[1], loose[0])
    except ValueError:
        return None
