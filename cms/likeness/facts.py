"""What is compared of an asset, made fit to compare: bare telephone numbers, addresses of pages, whole postcodes.

Invariant: pure; two ways to write one number, page or postcode come out the same, and nothing comes out of nothing.
"""

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

Point = tuple[float, float]
_PHONE: Final = re.compile(r"\+?\d[\d ()\-./]{7,}\d")
_ABROAD: Final = re.compile(r"^(?:00)?440?")
_SHARED_LINES: Final = ("0800", "0808", "0300", "0333")
"""Numbers of a whole organisation: they say little about one listing of it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One asset. `pk` 0 for one that is only being written. `postcodes` whole ones ("M33 7ZF"), `sectors` without the
    last two letters; `points` WGS 84, those of a door or postcode only; `times` like ("TU", "13:30")."""

    pk: int = 0
    name: str = ""
    kind: str = ""
    words: str = ""
    organisation: int | None = None
    postcodes: frozenset[str] = field(default_factory=frozenset)
    sectors: frozenset[str] = field(default_factory=frozenset)
    points: tuple[Point, ...] = ()
    phones: frozenset[str] = field(default_factory=frozenset)
    websites: frozenset[str] = field(default_factory=frozenset)
    times: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @property
    def districts(self) -> frozenset[str]:
        """The first halves of its postcodes ("M33")."""
        return frozenset(each.partition(" ")[0] for each in self.sectors)


def phones_in(text: str) -> frozenset[str]:
    """The telephone numbers of a text in digits, with the national nought: "+44 (0)161 912 2000" is "01619122000"."""
    found = set()
    for match in _PHONE.findall(text):
        digits = re.sub(r"\D", "", match)
        digits = _ABROAD.sub("0", digits)
        if 10 <= len(digits) <= 11 and digits.startswith("0") and not digits.startswith(_SHARED_LINES):
            found.add(digits)
    return frozenset(found)


def website_in(text: str) -> str:
    """An address without scheme, "www.", query and last slash: "sewing.example/times". Nothing for none."""
    text = text.strip()
    if not text:
        return ""
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""
    return f"{host}{parts.path.rstrip('/').casefold()}" if "." in host else ""


def sector_of(postcode: str) -> str:
    """ "M33 7ZF" and "M33 7" are in "M33 7"; nothing for a postcode that is no more than a district."""
    first, _, second = " ".join(postcode.upper().split()).partition(" ")
    return f"{first} {second[0]}" if second[:1].isdigit() else ""


def whole_postcode(postcode: str) -> str:
    """The postcode if it names a street, not only a sector."""
    plain = " ".join(postcode.upper().split())
    return plain if re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}", plain) else ""
