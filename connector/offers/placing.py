"""Roughly where somebody is, from a postcode or the name of a place: the ward and the sector, and nothing finer.

Invariant: what was typed is not kept, and no point is.
"""

from dataclasses import dataclass

from cms.geo.answers import NotFound
from cms.geo.geocode import get_geocoder
from cms.geo.postcode import sector_of
from cms.models import Area


@dataclass(frozen=True, slots=True)
class Patch:
    """`code`: of the ward, where we know one; `ward`: its name; `sector`: such as "ZM1 2", or empty."""

    code: str
    ward: str
    sector: str


def patch_of(text: str) -> Patch | str:
    """Where that is, or in a sentence why we do not know."""
    named = Area.objects.filter(name__iexact=text.strip()).first()
    if named is not None:
        return Patch(named.code, named.name, "")
    found = get_geocoder().find(text)
    if isinstance(found, NotFound):
        return str(found)
    rough = get_geocoder().coarse(found)
    ward = Area.objects.filter(code=found.ward_code).first() if found.ward_code else None
    sector = (sector_of(rough.label) or "")[:8]
    if ward is None and not sector:
        return "That is a large area. Write your postcode: we keep only its first part and the ward."
    return Patch(ward.code if ward else "", ward.name if ward else "", sector)
