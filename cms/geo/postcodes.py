"""The packed table of every postcode in Great Britain.

Invariant: reads a handful of bytes for each look-up and keeps nothing; the Django side and other layers stay unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cms.geo import layout
from cms.geo.answers import Found
from cms.geo.postcode import INWARD_LETTERS, Postcode
from cms.geo.records import Records, open_bytes

if TYPE_CHECKING:
    import numpy as np


class Sector(NamedTuple):
    """A row of sectors.bin; see `layout`."""

    key: bytes
    start: int
    units: int
    least_lat: int
    least_lon: int
    lat_bits: int
    lon_bits: int
    ward_bits: int
    wards_start: int
    lat: int
    lon: int

    @property
    def label(self) -> str:
        """Such as M33 7."""
        return f"{self.key[:4].decode().rstrip()} {self.key[4:].decode()}"


class PostcodeTable:
    """Looks up units, sectors, outward codes, wards and districts in the packed files of `folder`."""

    def __init__(self, folder: Path) -> None:
        self.sectors = Records(folder / "sectors.bin", layout.SECTOR)
        self._outwards = Records(folder / "outwards.bin", layout.OUTWARD)
        self._wards = Records(folder / "wards.bin", layout.WARD)
        self._districts = Records(folder / "districts.bin", layout.DISTRICT)
        self._sector_wards = Records(folder / "sector_wards.bin", layout.SECTOR_WARD)
        self._units = open_bytes(folder / "units.bin")
        self._centroids: np.ndarray | None = None

    def find(self, postcode: Postcode) -> Found | None:
        """The point of a postcode in use, or None."""
        if postcode.digit is None:
            return self._outward(postcode.outward)
        at = self.sectors.find(layout.sector_key(postcode.outward, postcode.digit))
        if at is None:
            return None
        return self.sector(at) if postcode.inward is None else self._unit(postcode, Sector(*self.sectors[at]))

    def sector(self, at: int) -> Found:
        """Sector number `at`: its centroid, and the ward that most of its postcodes are in."""
        row = Sector(*self.sectors[at])
        ward, district = self.ward_codes(self._sector_wards[row.wards_start][0])
        return Found(row.label, row.lat / layout.STEPS, row.lon / layout.STEPS, "sector", ward, district)

    def ward(self, code: str) -> Found | None:
        """A ward or a district by its code: the mean of its postcodes."""
        key = code.strip().upper().encode()
        if len(key) != 9:
            return None
        if (at := self._wards.find(key)) is not None:
            _, district, lat, lon = self._wards[at]
            return Found(code, lat / layout.STEPS, lon / layout.STEPS, "ward", code, self._district_code(district))
        if (at := self._districts.find(key)) is not None:
            _, lat, lon = self._districts[at]
            return Found(code, lat / layout.STEPS, lon / layout.STEPS, "district", "", code)
        return None

    def has_area(self, letters: str) -> bool:
        """Whether any outward code is these letters and a digit."""
        digits = (f"{letters}{digit}" for digit in range(10))
        return any(self._outwards.find(start.encode()) is not None for start in digits)

    def outward_label(self, number: int) -> str:
        """Outward code `number`, empty for none."""
        return "" if number == layout.NO_WARD else self._outwards[number][0].decode().rstrip()

    def near_sectors(self, lat: float, lon: float, most: int) -> list[int]:
        """The numbers of the sectors with the nearest centroids."""
        import numpy as np

        if self._centroids is None:
            rows = np.frombuffer(self.sectors.bytes, dtype=np.dtype(layout.SECTOR_FIELDS))
            self._centroids = np.stack([rows["lat"], rows["lon"]]) / layout.STEPS
        lats, lons = self._centroids
        away = (lats - lat) ** 2 + ((lons - lon) * np.cos(np.radians(lat))) ** 2
        return [int(at) for at in np.argpartition(away, most)[:most]]

    def ward_codes(self, number: int) -> tuple[str, str]:
        """The codes of ward `number` and of its district; empty where the source has none."""
        if number == layout.NO_WARD:
            return "", ""
        code, district, _, _ = self._wards[number]
        return code.decode(), self._district_code(district)

    def units_of(self, at: int) -> Iterator[tuple[str, float, float, int]]:
        """Every unit of sector number `at`: postcode, latitude, longitude, ward number."""
        row = Sector(*self.sectors[at])
        bitmap = self._bitmap(row)
        pairs = (pair for pair in range(layout.PAIRS) if bitmap >> pair & 1)
        for rank, pair in enumerate(pairs):
            letters = INWARD_LETTERS[pair // 20] + INWARD_LETTERS[pair % 20]
            yield (row.label + letters, *self._record(row, rank))

    def _outward(self, code: str) -> Found | None:
        at = self._outwards.find(f"{code:<4}".encode())
        if at is None:
            return None
        _, district, lat, lon = self._outwards[at]
        district_code = self._district_code(district)
        return Found(code, lat / layout.STEPS, lon / layout.STEPS, "outward", "", district_code)

    def _unit(self, postcode: Postcode, row: Sector) -> Found | None:
        first, second = postcode.inward[1:]  # type: ignore[index]
        pair = INWARD_LETTERS.index(first) * 20 + INWARD_LETTERS.index(second)
        bitmap = self._bitmap(row)
        if not bitmap >> pair & 1:
            return None
        lat, lon, ward_number = self._record(row, (bitmap & ((1 << pair) - 1)).bit_count())
        ward, district = self.ward_codes(ward_number)
        return Found(str(postcode), lat, lon, "unit", ward, district)

    def _bitmap(self, row: Sector) -> int:
        return int.from_bytes(self._units[row.start : row.start + layout.BITMAP_BYTES], "little")

    def _record(self, row: Sector, rank: int) -> tuple[float, float, int]:
        width = row.lat_bits + row.lon_bits + row.ward_bits
        first_byte, shift = divmod(rank * width, 8)
        start = row.start + layout.BITMAP_BYTES + first_byte
        bits = int.from_bytes(self._units[start : start + (shift + width + 7) // 8], "little") >> shift
        lat = row.least_lat + (bits & ((1 << row.lat_bits) - 1))
        bits >>= row.lat_bits
        lon = row.least_lon + (bits & ((1 << row.lon_bits) - 1))
        ward = (bits >> row.lon_bits) & ((1 << row.ward_bits) - 1)
        ward_number = self._sector_wards[row.wards_start + ward][0]
        return round(lat / layout.UNIT_STEPS, 4), round(lon / layout.UNIT_STEPS, 4), ward_number

    def _district_code(self, number: int) -> str:
        return "" if number == layout.NO_WARD else self._districts[number][0].decode()
