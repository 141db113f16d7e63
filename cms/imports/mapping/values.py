"""What the cells of a column look like: postcodes, telephone numbers, e-mail addresses, days, times, ids…

Invariant: pure; looks at a sample; a share is of the cells that say something, between 0 and 1.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from cms.imports.points import LATS, LONS

SAMPLE = 400
_POSTCODE = re.compile(r"(?:[A-Z]{1,2}\d[A-Z\d]?\s*\d(?:[ABD-HJLNP-UW-Z]{2})?|GIR\s*0AA)", re.IGNORECASE)
_WHOLE_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}", re.IGNORECASE)
_EMAIL = re.compile(r"(?:mailto:)?[^\s@<>;,]+@[^\s@<>;,]+\.[a-z]{2,}", re.IGNORECASE)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:co\.uk|org\.uk|org|com|net|info|gov\.uk)(?:/\S*)?", re.I
)
_PHONE = re.compile(
    r"(?:tel:?|mob:?|m:|t:)?\s*(?:\+44\s?\(?0?\)?|\(?0)\d[\d\s()/-]{7,14}|(?:1|2|3|7)\d{9}", re.IGNORECASE
)
_DAY = re.compile(
    r"(?:every\s+)?(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday)s?", re.IGNORECASE)  # fmt: skip
_TIME = re.compile(
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|noon|0?\.\d+", re.I
)
_TIMES = re.compile(r".*\d\s*(?:[ap]\.?m|[:.]\d\d|-|–|to).*", re.IGNORECASE)
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ].*)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?\s+\d{4}",
    re.I,
)
_NUMBER = re.compile(r"£?-?\d+(?:[.,]\d+)?")
_DECIMAL = re.compile(r"-?\d{1,2}[.,]\d+")
_PAIR = re.compile(r"[(\[]?\s*-?\d{1,2}\.\d{2,}\s*[,; ]\s*-?\d{1,2}\.\d{2,}\s*[)\]]?|POINT\s*\(.*\)", re.IGNORECASE)
_YES_NO = frozenset("yes no y n true false 1 0 partly partial x ✓ ✔ ✗ ✘ unknown limited not some ydy nac".split())
_STREET = re.compile(
    r"\b(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|way|place|square|court|terrace|gardens?|crescent|grove|row)\b",
    re.IGNORECASE,
)
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Looks:
    """What a column looks like. `filled`: how many of the looked-at cells say something."""

    filled: int = 0
    distinct: float = 0.0
    length: float = 0.0
    longest: int = 0
    postcode: float = 0.0
    email: float = 0.0
    url: float = 0.0
    phone: float = 0.0
    lat: float = 0.0
    lon: float = 0.0
    latlon: float = 0.0
    day: float = 0.0
    time: float = 0.0
    times: float = 0.0
    date: float = 0.0
    serial: float = 0.0
    number: float = 0.0
    yesno: float = 0.0
    text: float = 0.0
    uuid: float = 0.0
    address: float = 0.0

    def share(self, what: str) -> float:
        """The share of a kind of value by its name; 1 for a field whose cells may be anything."""
        return float(getattr(self, what)) if what else 1.0


def looks(cells: Sequence[str]) -> Looks:
    """What the cells (stripped, none empty) look like."""
    sample = [cell[:400] for cell in cells[:SAMPLE]]
    if not sample:
        return Looks()
    low = [cell.casefold() for cell in sample]

    def share(pattern: re.Pattern[str]) -> float:
        return fmean(1.0 if pattern.fullmatch(cell) else 0.0 for cell in sample)

    lat, lon = _degrees(sample)
    return Looks(
        filled=len(sample),
        distinct=len(set(low)) / len(low),
        length=fmean(map(len, sample)),
        longest=max(map(len, cells)),
        postcode=share(_POSTCODE),
        email=share(_EMAIL),
        url=share(_URL),
        phone=share(_PHONE),
        lat=lat,
        lon=lon,
        latlon=share(_PAIR),
        day=share(_DAY),
        time=share(_TIME),
        times=share(_TIMES),
        date=share(_DATE),
        serial=fmean(cell.isdigit() and 20_000 <= int(cell) <= 60_000 for cell in sample),
        number=share(_NUMBER),
        yesno=fmean(bool(words := cell.split()) and words[0].strip(".,:;-–") in _YES_NO for cell in low),
        text=fmean(len(cell) > 50 or cell.count(" ") >= 6 for cell in sample),
        uuid=share(_UUID),
        address=fmean(
            bool(len(cell) < 140 and ("," in cell or cell[0].isdigit()) and _STREET.search(cell)) for cell in sample
        ),
    )


def is_surely_data(text: str) -> bool:
    """Whether a cell can be no heading: a postcode, an address of mail or web, a date, a price, a long number."""
    return bool(
        _WHOLE_POSTCODE.fullmatch(text)
        or _EMAIL.fullmatch(text)
        or text.lower().startswith(("http://", "https://", "www."))
        or _DATE.fullmatch(text)
        or _UUID.fullmatch(text)
        or _PHONE.fullmatch(text)
        or (_NUMBER.fullmatch(text) and len(text) > 1)
    )


def _degrees(sample: Sequence[str]) -> tuple[float, float]:
    """The shares of cells that can be a latitude and a longitude of the United Kingdom."""
    north = east = 0
    for cell in sample:
        if _DECIMAL.fullmatch(cell):
            value = float(cell.replace(",", "."))
            north += LATS[0] <= value <= LATS[1]
            east += LONS[0] <= value <= LONS[1]
    return north / len(sample), east / len(sample)
