"""Squares of the map with names, each cut into four smaller ones (a quadtree): how an index finds an area by terms.

Invariant: pure. A square is named by its level and its Morton number (Morton 1966: the bits of column and row in turn),
so that a square's number at the level above is its own without the last two bits.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from search.types import Point

# At the coarsest level the world has 64 columns and rows: one square is some 300 km high. At the finest it is 150 m.
COARSEST, FINEST = 6, 17
LEVELS = range(COARSEST, FINEST + 1)
_SIDE = 2**FINEST
_STEPS = (
    (16, 0x0000FFFF0000FFFF),
    (8, 0x00FF00FF00FF00FF),
    (4, 0x0F0F0F0F0F0F0F0F),
    (2, 0x3333333333333333),
    (1, 0x5555555555555555),
)
Numbers = TypeVar("Numbers", int, NDArray[np.int64])


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


def cells_of(point: Point) -> tuple[str, ...]:
    """The names of the squares around a point, one for each level; one point at a time, for writing."""
    row = max(0, min(_SIDE - 1, int((point.lat + 90) / 180 * _SIDE)))
    column = max(0, min(_SIDE - 1, int((point.lon + 180) / 360 * _SIDE)))
    fine = _spread(row) << 1 | _spread(column)
    return tuple(f"{level}:{fine >> 2 * (FINEST - level):x}" for level in LEVELS)


def _spread(numbers: Numbers) -> Numbers:
    """A nought between any two bits of a number, or of each number of an array."""
    for shift, kept in _STEPS:
        numbers = (numbers | numbers << shift) & kept
    return numbers
