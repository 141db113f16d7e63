"""The plain reading of a request: does this document match, how far is it, when does it start next.

Invariant: pure, one document at a time. The in-memory engine answers with it; faster engines must give the same sets.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.facets import costs_of
from search.stems import stem, words
from search.types import AssetDocument, Order, Point, SearchRequest, WeightedTerm

# Metres. The mean radius of the WGS 84 ellipsoid (IUGG), the one that geopy's great circle uses.
EARTH_RADIUS_M = 6_371_009.0


def metres_between(one: Point, other: Point) -> float:
    """Great-circle distance in metres, rounded to a millimetre (haversine formula, Sinnott 1984)."""
    lat_one, lat_other = math.radians(one.lat), math.radians(other.lat)
    across = math.sin((lat_other - lat_one) / 2) ** 2
    along = math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    half_chord = math.sqrt(min(1.0, across + math.cos(lat_one) * math.cos(lat_other) * along))
    return round(2 * EARTH_RADIUS_M * math.asin(half_chord), 3)


def distance(document: AssetDocument, near: Point) -> float | None:
    """Metres to the closest of its points, or None without a point."""
    return min((metres_between(near, point) for point in document.points), default=None)


def next_start(document: AssetDocument, now: int) -> int | None:
    """The first start at or after `now` (minutes since 1970 UTC), or None."""
    return min((start for start in document.starts if start >= now), default=None)


def texts(document: AssetDocument) -> Iterator[str]:
    """The texts that are searched. A phrase must stand within one of them."""
    yield document.name
    yield document.summary
    yield document.description
    yield document.keywords
    if document.organisation != document.name:
        yield document.organisation


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its words made ready: the folded words, the stems of each text, and all stems."""

    document: AssetDocument
    words: frozenset[str]
    texts: tuple[tuple[str, ...], ...]
    stems: frozenset[str]

    @classmethod
    def of(cls, document: AssetDocument) -> "Read":
        plain = [words(text) for text in texts(document)]
        stemmed = tuple(tuple(stem(word) for word in text) for text in plain)
        return cls(document, _all(plain), stemmed, _all(stemmed))

    def holds(self, term: WeightedTerm) -> bool:
        """One stem anywhere, or several side by side in one text."""
        wanted = term.stems
        if not wanted or not self.stems.issuperset(wanted):
            return False
        return len(wanted) == 1 or any(_side_by_side(text, wanted) for text in self.texts)


def matches(read: Read, request: SearchRequest) -> bool:
    """True when the document passes every filter and, if words or interests are wanted, has at least one of them."""
    return passes(read.document, request) and (not request.has_words or has_wanted(read, request))


def has_wanted(read: Read, request: SearchRequest) -> bool:
    interests = read.document.interests
    return (
        read.document.asset_id in request.alike
        or any(want.code in interests for want in request.wanted)
        or any(read.holds(term) for term in request.terms)
    )


def passes(document: AssetDocument, request: SearchRequest) -> bool:
    """True when no filter of the request leaves the document out."""
    return (
        (not request.kinds or document.kind in request.kinds)
        and _any(request.interests, (*document.interests, *document.broader))
        and _any(request.slots, document.slots)
        and _any(request.costs, costs_of(document))
        and request.access.issubset(document.access)
        and _any(request.audience, document.audience)
        and _any(request.areas, document.areas)
        and is_fresh(document, request)
        and (request.for_workers or not document.for_workers)
        and is_in_reach(document, request)
    )


def order_of(request: SearchRequest) -> Order:
    """The order that is asked for and possible."""
    if request.near is None and request.order is Order.NEAREST:
        return Order.RELEVANCE
    if request.near is not None and request.order is Order.RELEVANCE and not request.has_words:
        return Order.NEAREST
    return request.order


def is_fresh(document: AssetDocument, request: SearchRequest) -> bool:
    """True when somebody has confirmed it since the day that is asked for, if any is."""
    since = request.fresh_since
    return since is None or (document.fresh_on is not None and document.fresh_on >= since)


def is_in_reach(document: AssetDocument, request: SearchRequest) -> bool:
    """True without a radius, with a point inside it (the edge counts), or when everywhere counts and it is."""
    if request.near is None or request.radius_m is None:
        return True
    if document.everywhere and request.everywhere:
        return True
    metres = distance(document, request.near)
    return metres is not None and metres <= request.radius_m


def begins(name: str, prefix: str) -> bool:
    """True when every word typed begins a word of the name: "gard cl" finds "The Garden Club"."""
    typed, named = words(prefix), words(name)
    return bool(typed) and all(any(word.startswith(start) for word in named) for start in typed)


def suggestion_order(name: str, prefix: str) -> tuple[bool, str, str]:
    """Sort key of a suggestion: names that begin with what was typed first, then by the alphabet."""
    plain = " ".join(words(name))
    return (not plain.startswith(" ".join(words(prefix))), plain, name)


def _any(asked: frozenset[str], held: Iterable[str]) -> bool:
    return not asked or not asked.isdisjoint(held)


def _all(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(word for found in lists for word in found)


def _side_by_side(text: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(text[place : place + size] == wanted for place in range(len(text) - size + 1))
