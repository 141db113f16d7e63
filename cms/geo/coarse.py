"""Make a place coarse enough to keep: a home is never kept finer than its postcode sector.

Invariant: what comes out is a sector, or was wider than one already; its label and ward say nothing finer either.
"""

from collections.abc import Sequence

from cms.geo.answers import Found
from cms.geo.layers import Layer, find_postcode, nearest
from cms.geo.postcode import Postcode, parse_postcode

# Kinds of place that may be no more than one house.
_SMALL_KINDS = ("hamlet", "other settlement", "street")


def coarse(found: Found, layers: Sequence[Layer]) -> Found:
    """A unit becomes its sector; a street, a hamlet or a lone house the sector of the nearest postcode."""
    if found.precision == "unit":
        sector = _sector(found.label, layers)
        if sector is not None:
            return sector
    elif found.precision != "street" and found.kind not in _SMALL_KINDS:
        return found
    around = nearest(found.lat, found.lon, layers)
    sector = None if around is None else _sector(around.label, layers)
    return sector or _rounded(found)


def _sector(label: str, layers: Sequence[Layer]) -> Found | None:
    postcode = parse_postcode(label)
    if not isinstance(postcode, Postcode) or postcode.digit is None:
        return None
    return find_postcode(Postcode(postcode.outward, postcode.digit), layers)


def _rounded(found: Found) -> Found:
    """Where no postcode is near: whole hundredths of a degree, about a kilometre."""
    lat, lon = round(found.lat, 2), round(found.lon, 2)
    return Found(f"{lat:.2f}, {lon:.2f}", lat, lon, "sector", found.ward_code, found.district_code)
