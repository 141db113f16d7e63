"""The packed table of every postcode in Great Britain.

Invariant: reads a handful of bytes for each look-up and keeps nothing of what was asked.
"""

from pathlib import Path
from typing import NamedTuple

from cms.geo import layout
from cms.geo.answers import Found, Precision
from cms.geo.names import spoken_authority
from cms.geo.postcode import INWARD_LETTERS, Postcode
from cms.geo.records import Records, open_bytes

_CODE_LENGTH = 9


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


class Area(NamedTuple):
    """The ward and district of a point; empty where the source has none."""

    ward_code: str = ""
    district_code: str = ""
    district_name: str = ""


def pair_number(inward: str) -> int:
    """The place of an inward code's two letters among the 400 pairs: 0 for 7AA, 399 for 7ZZ."""
    return INWARD_LETTERS.index(inward[1]) * 20 + INWARD_LETTERS.index(inward[2])


class PostcodeTable:
    """Looks up units, sectors, outward codes, wards and districts in the packed files of `folder`."""

    def __init__(self, folder: Path) -> None:
        self.sectors = Records(folder / "sectors.bin", layout.SECTOR)
        self._outwards = Records(folder / "outwards.bin", layout.OUTWARD)
        self._wards = Records(folder / "wards.bin", layout.WARD)
        self._districts = Records(folder / "districts.bin", layout.DISTRICT)
        self.sector_wards = Records(folder / "sector_wards.bin", layout.SECTOR_WARD)
        self.units = open_bytes(folder / "units.bin")
        self._authorities = open_bytes(folder / "authorities.bin")[:].decode().split("\0")

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
        return _found(row.label, row.lat, row.lon, "sector", self.area(self.ward_number(row, 0)))

    def code(self, code: str) -> Found | None:
        """A ward or a district by its nine-character code, at the mean of its postcodes."""
        key = code.encode("ascii", "replace")
        if len(key) != _CODE_LENGTH:
            return None
        if (at := self._wards.find(key)) is not None:
            _, _, lat, lon = self._wards[at]
            return _found(code, lat, lon, "ward", self.area(at))
        if (at := self._districts.find(key)) is not None:
            _, _, lat, lon = self._districts[at]
            district = self.district(at)
            return _found(district.district_name or code, lat, lon, "district", district)
        return None

    def ward_of_code(self, code: str) -> int | None:
        """The number of the ward of that nine-character code, or None."""
        key = code.encode("ascii", "replace")
        return self._wards.find(key) if len(key) == _CODE_LENGTH else None

    def area(self, ward: int) -> Area:
        """The ward of that number and its district."""
        if ward == layout.NO_WARD:
            return Area()
        code, district, _, _ = self._wards[ward]
        return self.district(district)._replace(ward_code=code.decode())

    def district(self, number: int) -> Area:
        """The district of that number."""
        if number == layout.NO_WARD:
            return Area()
        code, authority, _, _ = self._districts[number]
        return Area("", code.decode(), spoken_authority(self._authorities[authority]))

    def has_area(self, letters: str) -> bool:
        """Whether any outward code is these letters and a digit."""
        return any(self._outwards.find(f"{letters}{digit}".encode()) is not None for digit in range(10))

    def outward_label(self, number: int) -> str:
        """Outward code of that number, empty for none."""
        return "" if number == layout.NO_WARD else self._outwards[number][0].decode().rstrip()

    def ward_number(self, row: Sector, place: int) -> int:
        """The number of the ward at that place among the wards of a sector."""
        return int(self.sector_wards[row.wards_start + place][0])

    def _outward(self, code: str) -> Found | None:
        at = self._outwards.find(f"{code:<4}".encode())
        if at is None:
            return None
        _, district, lat, lon = self._outwards[at]
        return _found(code, lat, lon, "outward", self.district(district))

    def _unit(self, postcode: Postcode, row: Sector) -> Found | None:
        pair, bitmap = pair_number(str(postcode.inward)), self._bitmap(row)
        if not bitmap >> pair & 1:
            return None
        lat, lon, ward = self._record(row, (bitmap & ((1 << pair) - 1)).bit_count())
        return Found(str(postcode), lat, lon, "unit", **self.area(ward)._asdict())

    def _bitmap(self, row: Sector) -> int:
        return int.from_bytes(self.units[row.start : row.start + layout.BITMAP_BYTES], "little")

    def _record(self, row: Sector, rank: int) -> tuple[float, float, int]:
        width = row.lat_bits + row.lon_bits + row.ward_bits
        first_byte, shift = divmod(rank * width, 8)
        start = row.start + layout.BITMAP_BYTES + first_byte
        bits = int.from_bytes(self.units[start : start + (shift + width + 7) // 8], "little") >> shift
        lat = row.least_lat + (bits & ((1 << row.lat_bits) - 1))
        bits >>= row.lat_bits
        lon = row.least_lon + (bits & ((1 << row.lon_bits) - 1))
        ward = (bits >> row.lon_bits) & ((1 << row.ward_bits) - 1)
        return lat / layout.UNIT_STEPS, lon / layout.UNIT_STEPS, self.ward_number(row, ward)


def _found(label: str, lat: int, lon: int, precision: Precision, area: Area) -> Found:
    return Found(label, lat / layout.STEPS, lon / layout.STEPS, precision, **area._asdict())
