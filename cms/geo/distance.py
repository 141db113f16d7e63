"""How far one point is from another, and how a person would say it.

Invariant: pure. Points are latitude and longitude in degrees (WGS 84), distances metres in a straight line. Minutes on
foot count a detour: streets are about 1.3 times as long as the straight line, and people walk 80 metres a minute.
"""

import math
from typing import Final

Point = tuple[float, float]

EARTH_METRES: Final = 6_371_008.8
METRES_A_MINUTE: Final = 62.0
LONGEST_WALK_MINUTES: Final = 45
METRES_A_MILE: Final = 1609.344
_HALVES_UP_TO_MILES: Final = 3


def metres_between(one: Point, other: Point) -> float:
    """The great-circle distance in metres (haversine formula, Sinnott 1984)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    hav = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_METRES * math.asin(min(1.0, math.sqrt(hav)))


def walking_minutes(metres: float) -> int | None:
    """Minutes on foot, at least one; None where it is too far to think of walking."""
    minutes = max(1, round(metres / METRES_A_MINUTE))
    return minutes if minutes <= LONGEST_WALK_MINUTES else None


def in_words(metres: float, *, roughly: bool = False) -> str:
    """ "4 minutes’ walk", "about 3 miles". `roughly`: the point is not exact, so no minutes are claimed."""
    minutes = None if roughly else walking_minutes(metres)
    if minutes is not None:
        return "1 minute’s walk" if minutes == 1 else f"{minutes} minutes’ walk"
    return f"about {_miles(metres / METRES_A_MILE)}"


def _miles(miles: float) -> str:
    halves = round(miles * 2)
    if halves <= 1:
        return "half a mile"
    if miles >= _HALVES_UP_TO_MILES:
        return f"{round(miles)} miles"
    whole, half = divmod(halves, 2)
    if whole == 1:
        return "1½ miles" if half else "a mile"
    return f"{whole}½ miles" if half else f"{whole} miles"
