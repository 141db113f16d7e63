"""Requests whose bodies are kept in `golden`, one of each kind. To write them anew after a change that is meant:
`python -m tests.engines.questions_kept`, then read what differs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from search.engines.elasticsearch import bodies, listing
from search.engines.elasticsearch.counting import along, counts
from search.facets import GROUPS
from search.types import Order, Point, SearchRequest, WantedInterest, WeightedTerm
from tests.engines.edges import EDGES

FOLDER = Path(__file__).parent / "golden"
NOW = 29_456_640
SALE = Point(53.4246, -2.3222)
WORDS = (WeightedTerm(("walk",)), WeightedTerm(("walk", "football"), 0.9), WeightedTerm(("tea", "for", "two"), 0.5))
CHOSEN = SearchRequest(
    terms=WORDS,
    near=SALE,
    radius_m=5_000.0,
    kinds=frozenset({"group", "activity"}),
    days=frozenset({"tue"}),
    parts=frozenset({"afternoon"}),
    costs=frozenset({"free"}),
    access=frozenset({"step_free"}),
    fresh_since=20_000,
)
ASKED = {
    "words": SearchRequest(terms=WORDS, wanted=(WantedInterest("walking", 0.8),)),
    "words-near": CHOSEN,
    "interests": SearchRequest(wanted=(WantedInterest("walking"), WantedInterest("birds", 0.6)), near=SALE),
    "nearest": SearchRequest(near=SALE, radius_m=2_000.0, everywhere=False, for_workers=True, order=Order.NEAREST),
    "soonest": SearchRequest(terms=WORDS, order=Order.SOONEST),
    "nothing": SearchRequest(),
    "signs": SearchRequest(terms=(WeightedTerm(('") OR *:*', "/.*/", "a:b~2")),)),
}


def kept() -> Iterator[tuple[str, Any]]:
    """Each name with what is kept under it."""
    for name, request in ASKED.items():
        yield f"candidates-{name}", bodies.candidates(request, now=NOW, size=200)
    yield "candidates-soonest-within", bodies.candidates(ASKED["soonest"], now=NOW, size=20, offset=40, until=NOW + 60)
    yield "starting", bodies.starting(ASKED["soonest"], NOW)
    yield "counts", counts(CHOSEN, tuple(GROUPS), NOW)
    yield "counts-along", along(CHOSEN, tuple(GROUPS), NOW)
    yield "counts-along-one-group", along(CHOSEN, ("day",), NOW)
    yield "counts-of-nothing", counts(SearchRequest(), ("kind", "day", "fresh"), NOW)
    yield "names", bodies.names("gard cl", 8)
    yield "near-words", bodies.near_words("kniting", 1)
    yield "everything", bodies.everything("a-point", [17])
    yield "deeper", bodies.deeper(bodies.candidates(CHOSEN, now=NOW, size=20), "a-point", 500, [1.5, 17])
    yield "mapping", {"mappings": listing.mapping(), "analysis": listing.analysis()}
    documents = {each.asset_id: each for each in EDGES}
    yield "document", listing.as_elasticsearch(documents[82])
    yield "document-for-workers", listing.as_elasticsearch(documents[80])


def as_text(told: Any) -> str:
    return json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, told in kept():
        (FOLDER / f"{name}.json").write_text(as_text(told), encoding="utf-8")
