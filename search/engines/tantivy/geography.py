"""Where the points of an index lie: what is inside a circle, which squares the circle fills, what is closest.

Invariant: exact. Straight lines through the earth (chords) sort points fast; where a chord is too close to call, and
for every distance that is given, the great circle of `search.engines.matching` decides.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.engines.matching import EARTH_RADIUS_M
from search.engines.tantivy.cells import COARSEST, LEVELS, at_level, cell_names, codes
from search.engines.tantivy.columns import Mask, Ragged, Rows
from search.types import Point

Floats = NDArray[np.float64]
FAR = np.inf
# A chord of the unit sphere that is larger by this much is farther for certain: half a millimetre of rounding and the
# errors of floating point are far below 6 mm (1e-9 of the radius) and a millionth.
_SURE, _SURE_AT_LEAST = 1e-6, 1e-9


def metres_to(near: Point, lat: Floats, lon: Floats) -> Floats:
    """Great-circle metres to points (degrees), rounded to a millimetre: `matching.metres_between` for many points."""
    lat_here, lat_there = np.radians(near.lat), np.radians(lat)
    across = np.sin((lat_there - lat_here) / 2) ** 2
    along = np.sin(np.radians(lon - near.lon) / 2) ** 2
    half_chord = np.sqrt(np.minimum(1.0, across + np.cos(lat_here) * np.cos(lat_there) * along))
    return np.round(2 * EARTH_RADIUS_M * np.arcsin(half_chord), 3)


@dataclass(frozen=True, slots=True)
class Cover:
    """Squares that lie inside with all the points they hold, and the rows of the points inside that are left over."""

    cells: list[str]
    loose: Rows


@dataclass(frozen=True)
class Geography:
    """The points of all rows. `points`: owners ascending, (latitude, longitude) in degrees; `rows`: how many rows."""

    points: Ragged
    rows: int

    def chords(self, near: Point) -> Floats:
        """The squared chord, on the unit sphere, to every point."""
        here = _on_the_sphere(np.array([near.lat]), np.array([near.lon]))
        apart = self._sphere - here
        return np.einsum("ij,ij->j", apart, apart)

    def inside(self, near: Point, radius_m: float, chords: Floats) -> Mask:
        """Which points lie within the radius, its edge included."""
        chord = 2 * np.sin(min(radius_m / EARTH_RADIUS_M, np.pi) / 2)
        inside = chords <= max(0.0, chord * (1 - _SURE) - _SURE_AT_LEAST) ** 2
        unsure = np.flatnonzero(~inside & (chords <= farther(chord**2)))
        inside[unsure] = self._metres(near, unsure) <= radius_m
        return inside

    def rows_with(self, inside: Mask) -> Mask:
        """Rows that have any of the points."""
        mask = np.zeros(self.rows, np.bool_)
        mask[self.points.owners[inside]] = True
        return mask

    def closest(self, chords: Floats) -> Floats:
        """The squared chord to the closest point of each row, infinite without one."""
        closest = np.full(self.rows, FAR)
        if len(chords):
            firsts = self.points.firsts
            closest[self.points.owners[firsts]] = np.minimum.reduceat(chords, firsts)
        return closest

    def metres(self, near: Point, rows: Rows) -> Floats:
        """Metres to the closest point of each of the rows, infinite without one."""
        wanted = np.zeros(self.rows, np.bool_)
        wanted[rows] = True
        points = np.flatnonzero(wanted[self.points.owners])
        closest = np.full(self.rows, FAR)
        np.minimum.at(closest, self.points.owners[points], self._metres(near, points))
        return closest[rows]

    def cover(self, inside: Mask, most_loose: int) -> Cover:
        """The points inside as squares, from coarse to fine, until at most `most_loose` points are left over."""
        counted = np.concatenate([[0], np.cumsum(inside[self._order])])
        left = inside[self._order].copy()
        covered = np.zeros(1, np.bool_)
        cells: list[str] = []
        for level, (starts, ends, parents) in zip(LEVELS, self._squares, strict=True):
            full = counted[ends] - counted[starts] == ends - starts
            fresh = full & ~covered[parents]
            cells += cell_names(level, at_level(self._codes[starts[fresh]], level))
            for start, end in zip(starts[fresh].tolist(), ends[fresh].tolist(), strict=True):
                left[start:end] = False
            if np.count_nonzero(left) <= most_loose:
                break
            covered = full
        return Cover(cells, np.unique(self.points.owners[self._order[left]]).astype(np.int64))

    def _metres(self, near: Point, points: Rows) -> Floats:
        chosen = self.points.values[points]
        return metres_to(near, chosen[:, 0], chosen[:, 1])

    @cached_property
    def _sphere(self) -> Floats:
        return _on_the_sphere(self.points.values[:, 0], self.points.values[:, 1])

    @cached_property
    def _order(self) -> Rows:
        """The points in the order of their Morton numbers."""
        return np.argsort(codes(self.points.values[:, 0], self.points.values[:, 1]), kind="stable")

    @cached_property
    def _codes(self) -> NDArray[np.int64]:
        points = self.points.values[self._order]
        return codes(points[:, 0], points[:, 1])

    @cached_property
    def _squares(self) -> list[tuple[Rows, Rows, Rows]]:
        """For each level: where the points of each square begin and end in `_order`, and the square around it."""
        squares = []
        above = np.zeros(len(self._codes), np.int64)
        for level in LEVELS:
            begins = np.diff(at_level(self._codes, level), prepend=-1) != 0
            starts = np.flatnonzero(begins)
            parents = np.zeros(len(starts), np.int64) if level == COARSEST else above[starts]
            squares.append((starts, np.append(starts[1:], len(begins)).astype(np.int64)[: len(starts)], parents))
            above = np.cumsum(begins) - 1
        return squares


def farther(squared_chord: float) -> float:
    """A squared chord that is farther than this one for certain."""
    return float((np.sqrt(squared_chord) * (1 + _SURE) + _SURE_AT_LEAST) ** 2)


def radius_of(squared_chord: float) -> float:
    """A radius in metres that a point at this squared chord is within for certain."""
    half_chord = min(1.0, np.sqrt(farther(squared_chord)) / 2)
    return float(2 * EARTH_RADIUS_M * np.arcsin(half_chord))


def _on_the_sphere(lat: Floats, lon: Floats) -> Floats:
    """Points (degrees) as three rows of coordinates on the unit sphere."""
    north, east = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)])
