"""What the map beside the results is told besides the list: where was typed, as a ring.

Invariant: a ring is never finer than a postcode sector, whatever was typed; without a place there is none.
"""

from cms.geo.answers import Found
from cms.geo.geocode import get_geocoder


def you(found: Found | None) -> tuple[str, str] | None:
    """Where ("53.734,-2.043") and in words ("near ZM1 2"), of the place that was searched from; None without one."""
    if found is None:
        return None
    coarse = get_geocoder().coarse(found)
    return f"{coarse.lat:.3f},{coarse.lon:.3f}", f"near {coarse.label}"
