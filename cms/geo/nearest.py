"""Find the postcode nearest to a point in the packed table.

Invariant: exact, by looking into sectors in the order of how near any of their postcodes can be, until no other can
hold a nearer one.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cms.geo import layout
from cms.geo.layers import METRES_A_DEGREE
from cms.geo.postcodes import PostcodeTable, Sector
from cms.geo.sector_units import packed_fields

_Floats = npt.NDArray[np.float64]
# At most these are looked into; more never reach the same point in Great Britain.
_MOST_SECTORS = 64


class Nearest(NamedTuple):
    """The nearest postcode: how far, in metres, the number of its sector, and its ward's number."""

    metres: float
    sector: int
    ward: int


class NearestPostcode:
    """Keeps the edges of all sectors in memory (350 kB) from the first question on."""

    def __init__(self, table: PostcodeTable) -> None:
        self._table = table
        rows = np.frombuffer(table.sectors.bytes, dtype=np.dtype(layout.SECTOR_FIELDS))
        spans = (1 << rows["bits"][:, :2].astype(np.int64)) - 1
        self._least: _Floats = rows["least"] / layout.UNIT_STEPS
        self._most: _Floats = (rows["least"] + spans) / layout.UNIT_STEPS

    def find(self, lat: float, lon: float) -> Nearest:
        """The nearest postcode to a point in WGS 84 degrees, wherever that is."""
        point, scale = np.array([lat, lon]), np.array([1.0, np.cos(np.radians(lat))])
        outside = np.maximum(np.maximum(self._least - point, point - self._most), 0.0) * scale
        at_least = np.hypot(*outside.T)
        nearest_first = np.argpartition(at_least, _MOST_SECTORS)[:_MOST_SECTORS]
        best = Nearest(np.inf, 0, layout.NO_WARD)
        for at in nearest_first[np.argsort(at_least[nearest_first])]:
            if at_least[at] * METRES_A_DEGREE > best.metres:
                break
            best = min(best, self._in_sector(int(at), point, scale))
        return best

    def _in_sector(self, at: int, point: _Floats, scale: _Floats) -> Nearest:
        row = Sector(*self._table.sectors[at])
        fields = packed_fields(self._table, row)
        units = (np.array([row.least_lat, row.least_lon]) + fields[:, :2]) / layout.UNIT_STEPS
        away = np.hypot(*((units - point) * scale).T)
        nearest = int(np.argmin(away))
        ward = self._table.ward_number(row, int(fields[nearest, 2]))
        return Nearest(float(away[nearest]) * METRES_A_DEGREE, at, ward)
