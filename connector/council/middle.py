"""The middle of the council's area, for names that many places share. Invariant: None where nobody has said it."""

from django.db import DatabaseError

from cms.geo.gazetteer import NotFound
from cms.geo.layers import Point
from cms.geo.sources import national_gazetteer
from connector.council.current import council


def middle() -> Point | None:
    """Latitude and longitude in degrees."""
    try:
        written = council().middle
    except (DatabaseError, RuntimeError):  # not migrated yet, or somebody who may ask no database
        return None
    found = national_gazetteer().find(written) if written else None
    return None if found is None or isinstance(found, NotFound) else (found.lat, found.lon)
