"""What somebody follows: a search, as it is kept and as it is said.

Invariant: a place is kept no finer than a postcode sector, wherever it was typed; pages and orders are not kept.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict

from cms.geo.answers import Found
from cms.geo.geocode import get_geocoder
from search.addresses import Address
from search.answering import hear
from search.filters import SearchFilters

LONGEST: Final = 1000
NOTHING: Final = "Say what you like, or where, or both."
TOO_LONG: Final = "That is too long to keep. Say it in fewer words."


@dataclass(frozen=True, slots=True)
class Followed:
    """`query`: canonical, as it is kept; `problem`: why it cannot be followed, in a sentence, by field."""

    query: str = ""
    problem: tuple[str, str] | None = None


def followed(data: QueryDict) -> Followed:
    """A query string (or a form) as what is kept of it."""
    filters = SearchFilters.of(data)
    if wrong := filters.errors.get("near"):
        return Followed(problem=("near", " ".join(wrong)))
    address = Address.of(data, filters).with_only(offset=None, limit=None, order=None)
    question, heard = hear(filters)
    if heard.place is not None:  # "badminton near ZM1 2SA": the words keep what they like alone
        address = address.with_only(q=question.text, near=_coarse(heard.place, heard.place.label))
    elif filters.place is not None:
        address = address.with_only(near=_coarse(filters.place, "".join(address.values("near"))))
    pairs = [(name, value) for name, values in address.fields.items() for value in values]
    query = urlencode(pairs)
    if not pairs:
        return Followed(problem=("q", NOTHING))
    return Followed(query) if len(query) <= LONGEST else Followed(problem=("q", TOO_LONG))


def _coarse(place: Found, typed: str) -> str:
    rough = get_geocoder().coarse(place)
    return typed if rough == place else rough.label


def in_words(query: str) -> str:
    """ "sewing, near ZM1 2"; "everything near Bank Top"."""
    data = QueryDict(query)
    words, near = data.get("q", ""), data.get("near", "")
    narrowed = [name for name in data if name not in ("q", "near", "radius", "undo")]
    what = f"“{words}”" if words else "what you chose" if narrowed else "everything"
    return f"{what} near {near}" if near else what
