"""Squares of the map with names, each cut into four smaller ones (a quadtree): how an index finds an area by terms.

Invariant: pure. A square is named by its level and its Morton number (Morton 1966: the bits of column and row in turn),
so that a square's number at the level above is its own without the last two bits.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from search.types import Point

# At the coarsest level the world has 64 columns and rows: one square is some 300 km high. At the finest it is 150 m.
COARSEST, FINEST = 6, 17
LEVELS = range(COARSEST, FINEST + 1)
_SIDE = 2**FINEST


def codes(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.int64]:
    """The Morton number at the finest level of each point (degrees)."""
    rows = np.clip((lat + 90) / 180 * _SIDE, 0, _SIDE - 1).astype(np.int64)
    columns = np.clip((lon + 180) / 360 * _SIDE, 0, _SIDE - 1).astype(np.int64)
    return _spread(rows) << 1 | _spread(columns)


def at_level(fine: NDArray[np.int64], level: int) -> NDArray[np.int64]:
    """Numbers of the finest level as numbers of the squares around them at a level."""
    return fine >> 2 * (FINEST - level)


def cell_names(level: int, numbers: NDArray[np.int64]) -> list[str]:
    """Names of squares, as an index keeps them."""
    return [f"{level}:{number:x}" for number in numbers.tolist()]


@lru_cache(maxsize=20_000)
def cells_of(point: Point) -> tuple[str, ...]:
    """The names of the squares around a point, one for each level."""
    fine = codes(np.array([point.lat]), np.array([point.lon]))
    return tuple(name for level in LEVELS for name in cell_names(level, at_level(fine, level)))


def _spread(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """A nought between any two bits."""
    spread = numbers
    for shift, kept in ((16, 0x0000FFFF0000FFFF), (8, 0x00FF00FF00FF00FF), (4, 0x0F0F0F0F0F0F0F0F),
                        (2, 0x3333333333333333), (1, 0x5555555555555555)):  # fmt: skip
        spread = (spread | spread << shift) & kept
    return spread
