"""The packed table of place names, and who is meant by a name that many places share.

Invariant: an exact look-up reads a few rows; the whole list of names is read only for a name that nobody has.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cms.geo import layout
from cms.geo.records import Records, open_bytes

_CITY_OF = re.compile(r"^(?:The )?(?:City|County)(?: and County)? of (?:the )?(?:City of )?")
_BESIDE = 2


class Place(NamedTuple):
    """One place with its name resolved; `ward` and `outward` are row numbers of those tables."""

    name: str
    authority: str
    kind: str
    lat: float
    lon: float
    ward: int
    outward: int

    @property
    def district(self) -> str:
        """The authority as people say it: "Derby" of "City of Derby", "Newport" of "Casnewydd - Newport"."""
        return _CITY_OF.sub("", self.authority.split(" - ")[-1])

    @property
    def label(self) -> str:
        """Such as Sale, Trafford; a city needs no more than its name."""
        return self.name if self.kind == "city" or self.district in ("", self.name) else f"{self.name}, {self.district}"


class PlaceTable:
    """Looks names up in the packed files of `folder`."""

    def __init__(self, folder: Path) -> None:
        self._rows = Records(folder / "places.bin", layout.PLACE)
        self._folded = open_bytes(folder / "folded.bin")
        self._names = open_bytes(folder / "names.bin")
        self._authorities = open_bytes(folder / "authorities.bin")[:].decode().split("\0")

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, folded: str) -> list[Place]:
        """Every place whose folded name is `folded`, cities first, hamlets last."""
        key, low, high = folded.encode(), 0, len(self._rows)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._key(middle) < key else (low, middle)
        found = []
        while low < len(self._rows) and self._key(low) == key:
            found.append(self._place(low))
            low += 1
        return found

    def similar(self, folded: str, most: int = 3) -> list[Place]:
        """Places with a name nearly like `folded`, nearest first: those with the same first letter before all others."""
        same_letter = self._search(folded, lambda name: name[:1] == folded[:1], most)
        return same_letter or self._search(folded, lambda name: True, most)

    def _search(self, folded: str, wanted: Callable[[str], bool], most: int) -> list[Place]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 1 if len(folded) < 6 else 2
        lengths = range(len(folded) - _BESIDE, len(folded) + _BESIDE + 1)
        names = [name for name in self._folded[:].decode().split("\0") if len(name) in lengths and wanted(name)]
        hits = process.extract(folded, names, scorer=OSA.distance, score_cutoff=slips, limit=12)
        ranked = [
            (slip, layout.KINDS.index(place.kind), place) for name, slip, _ in hits for place in self.find(name)[:1]
        ]
        return [place for _, _, place in sorted(ranked)[:most]]

    def _key(self, at: int) -> bytes:
        start, length = self._rows[at][:2]
        return self._folded[start : start + length]

    def _place(self, at: int) -> Place:
        _, _, start, length, authority, kind, lat, lon, ward, outward = self._rows[at]
        name = self._names[start : start + length].decode()
        kind_name = layout.KINDS[kind]
        place = lat / layout.STEPS, lon / layout.STEPS
        return Place(name, self._authorities[authority], kind_name, *place, ward, outward)
