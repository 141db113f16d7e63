"""Requests drawn from real words, places and filters: distinct, shuffled, the same at every run.

Words come from the names and texts of the real listings and from the everyday words of the vocabulary; places are
those of listings. Invariant: a fixed draw; every request of a row differs from every other.
"""

import os
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.http import QueryDict

from cms.geo.answers import Found
from cms.geo.geocode import get_geocoder
from cms.models import Asset, Place
from search.filters import SearchFilters
from search.interests import vocabulary
from search.questions import Question

EACH = int(os.environ.get("BENCH_REQUESTS", "500"))
EVERYTHING = "words + place + facets"
SEED = 1964
RADII_KM = (2, 5, 10, 30)
# So common in the registers that nobody would type them alone.
DULL = frozenset("the and for with from that this their other such any are our people charity which within".split())

Query = Mapping[str, str]
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Drawn:
    """One row of the table: what it is, and its requests as query strings of `/api/search` or `/api/suggest`."""

    name: str
    queries: tuple[Query, ...]

    def addresses(self) -> list[str]:
        door = "/api/suggest" if self.name == "prefix" else "/api/search"
        return [f"{door}?{urlencode(query)}" for query in self.queries]

    def questions(self) -> list[Question]:
        """What the search page would read out of them."""
        return [_read(query) for query in self.queries]


def _read(query: Query) -> Question:
    """Raises ValueError rather than leave a part of it unasked."""
    filters = SearchFilters.of(QueryDict(urlencode(query)))
    if not filters.is_valid():
        raise ValueError(f"{query}: {filters.errors}")
    return filters.question()


def rows() -> list[Drawn]:
    """`EACH` of each kind of request."""
    makers = {
        "words": _words,
        EVERYTHING: _everything,
        "nearest": _nearest,
        "prefix": _prefix,
        "Tuesday afternoon, step-free, free": _one_meeting,
    }
    return [Drawn(name, _different(make, name)) for name, make in makers.items()]


def _different(make: Callable[[random.Random], Query], name: str) -> tuple[Query, ...]:
    draw = random.Random(f"{SEED} {name}")
    found: dict[str, Query] = {}
    for _ in range(100 * EACH):
        query = make(draw)
        found.setdefault(urlencode(query), query)
        if len(found) == EACH:
            break
    different = list(found.values())
    draw.shuffle(different)
    return tuple(different)


def _words(draw: random.Random) -> Query:
    if draw.random() < 0.5:
        return {"q": draw.choice(_phrases())}
    return {"q": " ".join(draw.sample(_listing_words(), draw.choice((1, 1, 2, 3))))}


def _everything(draw: random.Random) -> Query:
    return {**_words(draw), **_place(draw), "radius": f"{draw.choice(RADII_KM)} km", **_filter(draw)}


def _nearest(draw: random.Random) -> Query:
    return {**_place(draw), "order": "nearest", **(_filter(draw) if draw.random() < 0.5 else {})}


def _one_meeting(draw: random.Random) -> Query:
    """One meeting has to be on that day at that time; with words and a place, or with a place alone."""
    words = _words(draw) if draw.random() < 0.5 else {}
    return {**words, **_place(draw), "day": "tue", "time": "afternoon", "access": "step_free", "free": "true"}


def _prefix(draw: random.Random) -> Query:
    word = draw.choice(_listing_words() if draw.random() < 0.5 else _phrases())
    return {"q": word[: draw.randint(2, 6)].strip()}


def _place(draw: random.Random) -> Query:
    return {"near": draw.choice(_postcodes())}


def _filter(draw: random.Random) -> Query:
    filters: list[Query] = [{}, {"kind": "group"}, {"day": "tue"}, {"time": "afternoon"}, {"free": "true"}]
    return draw.choice(filters)


@cache
def _listing_words() -> list[str]:
    """Words of the real listings, as often as listings hold them."""
    texts = Asset.objects.order_by("pk").values_list("name", "summary", "description")[:8_000]
    return [word for row in texts for word in sorted(_in(" ".join(row)))]


def _in(text: str) -> Iterator[str]:
    return (word for word in set(_WORD.findall(text.lower())) if word not in DULL)


@cache
def _phrases() -> list[str]:
    """What people call things: labels, alternatives and everyday words."""
    concepts = vocabulary().concepts.values()
    return sorted({name for concept in concepts for name in (concept.label, *concept.alternatives, *concept.everyday)})


@cache
def _postcodes() -> list[str]:
    """Where real listings are; a few codes in the registers have been withdrawn since."""
    rows = Place.objects.exclude(postcode="").order_by("pk").values_list("postcode", flat=True)[:8_000]
    find = get_geocoder().find
    return [code for code in rows if " " in code and isinstance(find(code), Found)]
