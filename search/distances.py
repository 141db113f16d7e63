"""Distances as people type them: "5", "3 miles", "800m". Pure.

A bare number up to 200 is kilometres, a greater one metres: nobody looks 200 metres round a postcode sector, and nobody
looks 200 kilometres for a sewing circle.
"""

import re

_UNITS = {"": 0.0, "m": 1.0, "metres": 1.0, "km": 1000.0, "mi": 1609.344, "mile": 1609.344, "miles": 1609.344}
_TYPED = re.compile(r"\s*(\d{1,7}(?:[.,]\d{1,3})?)\s*(m|metres|km|mi|miles?|)\s*", re.IGNORECASE)
MOST_KM = 200.0
FURTHEST_M = 2_000_000.0


class DistanceProblem(ValueError):
    """The text is no distance. Its message says what to type."""


def metres(text: str) -> float:
    """The distance in metres. Raises `DistanceProblem`."""
    found = _TYPED.fullmatch(text)
    if not found:
        raise DistanceProblem("Type how far as a number with km, miles or m: 3 miles.")
    number, unit = float(found[1].replace(",", ".")), found[2].lower()
    factor = _UNITS[unit] or (1000.0 if number <= MOST_KM else 1.0)
    if not 0 < number * factor <= FURTHEST_M:
        raise DistanceProblem("Type a distance above nothing and within Britain: 3 miles.")
    return number * factor
