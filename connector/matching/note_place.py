"""Where somebody lives, of a note that says it: the one whole postcode in it.

Invariant: read when it is asked for and kept nowhere; of two postcodes neither counts, for one may be a daughter's.
"""

from cms.geo.answers import Found
from cms.geo.geocode import exact_place
from cms.geo.postcode import WHOLE_IN_TEXT


def place_in(note: str) -> Found | None:
    """The place of the only postcode in the note that there is."""
    found = {place.label: place for text in WHOLE_IN_TEXT.findall(note) if (place := exact_place(text))}
    return next(iter(found.values())) if len(found) == 1 else None
