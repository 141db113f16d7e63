"""The packed table of place names, and who is meant by a name that many places share.

Invariant: an exact look-up reads a few rows; the whole list of names is read only for a name that nobody has.
"""

import heapq
from pathlib import Path
from typing import NamedTuple

from cms.geo import layout
from cms.geo.names import spoken_authority
from cms.geo.records import Records, open_bytes

# A name shorter than this is nearly like hundreds of others.
_SHORTEST = 3
_SHORT_NAME = 6
# Two letters may begin so many names; more are not looked at.
_MOST_BEGINNING = 4000


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
    def label(self) -> str:
        """Such as Sale, Trafford; a city or a district needs no more than its name."""
        around = spoken_authority(self.authority)
        return self.name if self.kind in ("city", "district") or around in ("", self.name) else f"{self.name}, {around}"


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
        """Every place whose folded name is `folded`, cities first, hamlets and districts last."""
        key = folded.encode()
        at = self._first_from(key)
        found = []
        while at < len(self._rows) and self._key(at) == key:
            found.append(self._place(at))
            at += 1
        return found

    def starting(self, folded: str, most: int = 6) -> list[Place]:
        """Places whose folded name begins so: of the first few thousand, larger kinds first, then shorter names."""
        key = folded.encode()
        start = self._first_from(key)
        found: list[tuple[int, int, int]] = []
        for at in range(start, min(start + _MOST_BEGINNING, len(self._rows))):
            if not self._key(at).startswith(key):
                break
            found.append((self._rows[at][5], self._rows[at][1], at))
        return [self._place(at) for _, _, at in heapq.nsmallest(most, found)]

    def similar(self, folded: str, most: int = 3) -> list[Place]:
        """Places with a name nearly like `folded`, nearest first; those with the same first letter if there are any."""
        if len(folded) < _SHORTEST:
            return []
        letter = folded[:1].encode()
        start, end = self._start_of(letter), self._start_of(bytes([letter[0] + 1]))
        same_letter = self._search(folded, self._folded[start:end], most)
        return same_letter or self._search(folded, self._folded[:], most)

    def _search(self, folded: str, names: bytes, most: int) -> list[Place]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 1 if len(folded) < _SHORT_NAME else 2
        least, longest = len(folded) - slips, len(folded) + slips
        possible = [name for name in names.decode().split("\0") if least <= len(name) <= longest]
        hits = process.extract(folded, possible, scorer=OSA.distance, score_cutoff=slips, limit=4 * most)
        places = [(slip, self.find(name)[0]) for name, slip, _ in hits]
        places.sort(key=lambda it: (it[0], layout.KINDS.index(it[1].kind), it[1].name))
        return [place for _, place in places[:most]]

    def _start_of(self, key: bytes) -> int:
        """Where the folded names from `key` on start in their text, which is in the same order as the rows."""
        at = self._first_from(key)
        return self._rows[at][0] if at < len(self._rows) else len(self._folded)

    def _first_from(self, key: bytes) -> int:
        low, high = 0, len(self._rows)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._key(middle) < key else (low, middle)
        return low

    def _key(self, at: int) -> bytes:
        start, length = self._rows[at][:2]
        return self._folded[start : start + length]

    def _place(self, at: int) -> Place:
        _, _, start, length, authority, kind, lat, lon, ward, outward = self._rows[at]
        name = self._names[start : start + length].decode()
        point = lat / layout.STEPS, lon / layout.STEPS
        return Place(name, self._authorities[authority], layout.KINDS[kind], *point, ward, outward)
