"""Dates as files hold them: ISO, British, in words, or the numbers by which Excel counts days.

Invariant: pure, never raises; day before month, as Britain writes it; what is no date of this century is none.
"""

import re
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_BRITISH = re.compile(r"(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}.*)?")
_WORDS = re.compile(
    r"(?:[a-z]+day,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s*[ -]\s*([a-z]{3,9})\.?,?\s*[ -]?\s*(\d{4}|\d{2})", re.IGNORECASE
)
_COMPACT = re.compile(r"(20\d\d)(\d\d)(\d\d)(?:T\d+Z?)?")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# Day 0 of Excel's usual calendar; 1 March 1900 and later are right by it. Books from old Macs count from 1904: a
# workbook says so itself and its dates come as dates; a bare number in a CSV file is taken by the usual one.
_EXCEL = date(1899, 12, 30)
_SERIALS = range(36_526, 73_051)  # 2000 to 2099


def read_date(text: str) -> date | None:
    """The date, or None where there is none."""
    plain = " ".join(text.split())
    if plain.endswith(".0"):
        plain = plain[:-2]
    if plain.isdigit() and len(plain) == 5:
        return _EXCEL + timedelta(days=int(plain)) if int(plain) in _SERIALS else None
    parts = _parts(plain)
    if parts is None:
        return None
    year, month, day = parts
    year += 2000 if year < 100 else 0
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2099 else None


def _parts(plain: str) -> tuple[int, int, int] | None:
    if (found := _ISO.fullmatch(plain)) or (found := _COMPACT.fullmatch(plain)):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _BRITISH.fullmatch(plain):
        return int(found[3]), int(found[2]), int(found[1])
    if (found := _WORDS.fullmatch(plain)) and (name := found[2].casefold()[:3]) in _MONTHS:
        return int(found[3]), _MONTHS.index(name) + 1, int(found[1])
    return None
