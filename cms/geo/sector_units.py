"""The units of one sector as they are packed, and the points of a whole ward or sector.

Invariant: reads a ward's own sectors alone; numpy comes in with the first question, so that a start stays quick.
"""

from functools import cached_property

import numpy as np
import numpy.typing as npt

from cms.geo import layout
from cms.geo.layers import Point
from cms.geo.postcode import Postcode
from cms.geo.postcodes import PostcodeTable, Sector


def packed_fields(table: PostcodeTable, row: Sector) -> npt.NDArray[np.int64]:
    """Latitude, longitude and ward of each unit as they are packed; shape (units, 3)."""
    widths = row.lat_bits, row.lon_bits, row.ward_bits
    start = row.start + layout.BITMAP_BYTES
    packed = np.frombuffer(table.units, np.uint8, (row.units * sum(widths) + 7) // 8, start)
    bits = np.unpackbits(packed, bitorder="little")[: row.units * sum(widths)].reshape(row.units, sum(widths))
    edges = np.cumsum((0, *widths))
    columns = [bits[:, edges[n] : edges[n + 1]] @ (1 << np.arange(width)) for n, width in enumerate(widths)]
    return np.stack(columns, axis=1).astype(np.int64)


class UnitPoints:
    """Where the postcodes of a ward or of a sector are, as latitudes and longitudes in WGS 84 degrees."""

    def __init__(self, table: PostcodeTable) -> None:
        self._table = table

    def of_ward(self, code: str) -> list[Point]:
        """Every postcode of the ward of that code; none for a code that the table does not have."""
        number = self._table.ward_of_code(code)
        if number is None:
            return []
        points: list[Point] = []
        starts, wards = self._wards_by_sector
        for place in np.flatnonzero(wards == number):
            at = int(np.searchsorted(starts, place, side="right")) - 1
            points += self._points(at, int(place - starts[at]))
        return points

    def of_sector(self, postcode: Postcode) -> list[Point]:
        """Every postcode of the sector that this one is in, or is."""
        if postcode.digit is None:
            return []
        at = self._table.sectors.find(layout.sector_key(postcode.outward, postcode.digit))
        return [] if at is None else self._points(at)

    @cached_property
    def _wards_by_sector(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint16]]:
        rows = np.frombuffer(self._table.sectors.bytes, dtype=np.dtype(layout.SECTOR_FIELDS))
        return rows["wards_start"].astype(np.int64), np.frombuffer(self._table.sector_wards.bytes, "<u2")

    def _points(self, at: int, ward: int | None = None) -> list[Point]:
        """Of a sector's units, or of those in the ward at that place among its wards."""
        row = Sector(*self._table.sectors[at])
        fields = packed_fields(self._table, row)
        chosen = fields if ward is None else fields[fields[:, 2] == ward]
        degrees = (np.array([row.least_lat, row.least_lon]) + chosen[:, :2]) / layout.UNIT_STEPS
        return [(float(lat), float(lon)) for lat, lon in degrees]
