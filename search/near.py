"""Where somebody is, of what they typed or what their browser said, never kept finer than it must be.

Invariant: a pair of coordinates becomes the postcode sector that it lies in before anything else sees it.
"""

import re

from cms.geo.answers import Found, NotFound
from cms.geo.geocode import get_geocoder
from cms.geo.sources import get_gazetteer

_COORDINATES = re.compile(r"\s*(-?\d{1,2}(?:\.\d{1,12})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*")
NOWHERE = NotFound("We don't know where that is. Type a postcode or the name of a place.")


def place_of(text: str) -> Found | NotFound:
    """The place that the text stands for. "53.42, -2.32" (WGS 84 degrees) is the sector of the nearest postcode."""
    pair = _COORDINATES.fullmatch(text)
    if pair is None:
        return get_geocoder().find(text)
    lat, lon = float(pair[1]), float(pair[2])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return NOWHERE
    return get_gazetteer().nearest(lat, lon) or NOWHERE
