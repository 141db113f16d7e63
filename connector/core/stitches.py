"""The geometry of the running stitch: whole straight stitches along a line, each end a little uneven.

Invariant: pure, and the same seed gives the same stitches on every machine and every day. Units are CSS pixels.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

STITCH: Final = 7.4
GAP: Final = 5.6
PIXELS_A_MINUTE: Final = 8
MOST_STITCHES: Final = 20
BUS_PIXELS_A_MINUTE: Final = 3
_START: Final = 19.0
_TAIL: Final = 11.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Seam:
    """A drawn way from a person to a place: `width` in pixels, `path` as SVG path data, where the knot's centre is."""

    width: int
    path: str
    knot: int


def run(points: Sequence[Point], *, stitch: float = STITCH, gap: float = GAP, seed: int = 1) -> str:
    """SVG path data for stitches along straight pieces between `points`; a needle hole on every corner.

    A piece of length L gets n = round(L / (stitch + gap)) stitches of one pitch L / n, at least one.
    """
    uneven = random.Random(seed)  # noqa: S311  a drawing, not a secret
    drawn: list[str] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0)
        if not length:
            continue
        count = max(1, round(length / (stitch + gap)))
        pitch = length / count
        along = ((x1 - x0) / length, (y1 - y0) / length)
        for number in range(count):
            begin, end = number * pitch + gap / 2, (number + 1) * pitch - gap / 2
            drawn.append(_chord((x0, y0), along, (begin, end), uneven))
    return "".join(drawn)


def _chord(origin: Point, along: Point, span: Point, uneven: random.Random) -> str:
    ends = []
    for distance in span:
        aside = uneven.uniform(-0.5, 0.5)
        ends.append(f"{origin[0] + along[0] * distance - along[1] * aside:.1f}")
        ends.append(f"{origin[1] + along[1] * distance + along[0] * aside:.1f}")
    return "M{} {}L{} {}".format(*ends)


def seam(minutes: int, *, seed: int = 7) -> Seam:
    """The way on foot: one stitch a minute, 8 pixels each, twenty at most and one at least."""
    count = min(max(minutes, 1), MOST_STITCHES)
    uneven = random.Random(seed * 1000 + count)  # noqa: S311  a drawing, not a secret
    drawn = []
    for number in range(count):
        x = _START + number * PIXELS_A_MINUTE
        drawn.append(f"M{x:.1f} {uneven.uniform(9.3, 10.7):.1f}L{x + 2.7:.1f} {uneven.uniform(9.3, 10.7):.1f}")
    return _closed("".join(drawn), _START + count * PIXELS_A_MINUTE)


def ride(minutes: int) -> Seam:
    """The way by bus or car: one long solid thread, 3 pixels a minute, as long as twenty minutes' walk at most."""
    length = min(max(minutes, 5) * BUS_PIXELS_A_MINUTE, MOST_STITCHES * PIXELS_A_MINUTE)
    return _closed(f"M{_START:.1f} 10L{_START + length:.1f} 10", _START + length + 3)


def _closed(path: str, reach: float) -> Seam:
    width = round(reach + _TAIL)
    return Seam(width=width, path=path, knot=width - 7)


def hem(width: int = 680, *, seed: int = 3) -> str:
    """Path data of one long straight seam, 8 pixels high, for paper (masks and backgrounds are not printed)."""
    return run([(0, 4), (width, 4)], stitch=9.7, gap=6.5, seed=seed)
