"""Pack the place names: the part of `pack` that deals with places.csv.

Invariant: a place keeps the name that its source gives it; only the comparison key is folded.
"""

import math
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from cms.geo import layout
from cms.geo.names import fold

_CELL = 0.02

# Latitude, longitude, ward number and outward code number of a postcode.
WardPoint = tuple[float, float, int, int]
_NOWHERE: WardPoint = (0.0, 0.0, layout.NO_WARD, layout.NO_WARD)


def pack_places(to: Path, places: list[dict[str, str]], wards: list[WardPoint]) -> None:
    """Write places.bin and its texts. Postcode districts among the names are left out: the postcode table has them."""
    named = [place for place in places if place["type"] in layout.KINDS]
    near = _nearest(named, wards)
    ward_of = [point[2] for point in near]
    authorities = ["", *sorted({place["local_authority"] for place in named} - {""})]
    filled = _filled_authorities(named, ward_of)
    order = sorted(
        range(len(named)),
        key=lambda at: (fold(named[at]["name"]), layout.KINDS.index(named[at]["type"]), filled[at], named[at]["lat"]),
    )
    folded, names = _Texts(), _Texts()
    row = struct.Struct(layout.PLACE)
    packed = bytearray()
    for at in order:
        place = named[at]
        packed += row.pack(
            *folded.add(fold(place["name"])),
            *names.add(place["name"]),
            authorities.index(filled[at]),
            layout.KINDS.index(place["type"]),
            round(float(place["lat"]) * layout.STEPS),
            round(float(place["lon"]) * layout.STEPS),
            *near[at][2:],
        )
    (to / "places.bin").write_bytes(packed)
    (to / "folded.bin").write_bytes(folded.bytes)
    (to / "names.bin").write_bytes(names.bytes)
    (to / "authorities.bin").write_bytes(b"".join(name.encode() + b"\0" for name in authorities))


class _Texts:
    """Texts one after another, each kept once."""

    def __init__(self) -> None:
        self.bytes = bytearray()
        self._seen: dict[str, tuple[int, int]] = {}

    def add(self, text: str) -> tuple[int, int]:
        """Where the text starts and how many bytes it has."""
        if text not in self._seen:
            raw = text.encode()
            self._seen[text] = len(self.bytes), len(raw)
            self.bytes += raw + b"\0"
        return self._seen[text]


def _nearest(places: list[dict[str, str]], wards: list[WardPoint]) -> list[WardPoint]:
    """The postcode nearest to each place (_NOWHERE when none is within some 20 km)."""
    cells: dict[tuple[int, int], list[WardPoint]] = defaultdict(list)
    for point in wards:
        cells[math.floor(point[0] / _CELL), math.floor(point[1] / _CELL)].append(point)
    return [_nearest_one(float(place["lat"]), float(place["lon"]), cells) for place in places]


def _nearest_one(lat: float, lon: float, cells: dict[tuple[int, int], list[WardPoint]]) -> WardPoint:
    row, column, shrink = math.floor(lat / _CELL), math.floor(lon / _CELL), math.cos(math.radians(lat))
    for reach in (1, 3, 10):
        near = [
            point
            for down in range(-reach, reach + 1)
            for along in range(-reach, reach + 1)
            for point in cells.get((row + down, column + along), ())
        ]
        if near:
            return min(near, key=lambda point: math.hypot(point[0] - lat, (point[1] - lon) * shrink))
    return _NOWHERE


def _filled_authorities(places: list[dict[str, str]], ward_of: Iterable[int]) -> list[str]:
    """Each place's authority; where the source leaves it out, the one most named in the same ward, if any."""
    tally: dict[int, Counter[str]] = defaultdict(Counter)
    wards = list(ward_of)
    for place, ward in zip(places, wards, strict=True):
        if place["local_authority"]:
            tally[ward][place["local_authority"]] += 1
    return [
        place["local_authority"] or next((name for name, _ in tally[ward].most_common(1)), "")
        for place, ward in zip(places, wards, strict=True)
    ]
