"""Bodies of requests: candidates, how many start when, names, words near a word, everything kept.

Invariant: pure; `tests/engines/golden` holds what they say word for word. Every order ends with the asset id, so that
no two listings stand in the same place and the id is read from the sort values: no document is fetched.
"""

from collections.abc import Sequence
from typing import Any

from search.engines.elasticsearch.listing import AFTER_PLAIN
from search.engines.elasticsearch.query import Query, located, starts_between, whole
from search.engines.elasticsearch.slips import near_pattern
from search.engines.matching import order_of
from search.stems import words
from search.types import Order, SearchRequest

Body = dict[str, Any]
# Elasticsearch hands over so many hits at once; what lies deeper is walked to.
MOST_HITS = 10_000
# How long a point in time is kept between two pages.
KEEP = "1m"
# Minutes ahead in which enough is looked for, before everything is put in order of its next start.
AHEAD = (60 * 3, 60 * 24, 60 * 24 * 3, 60 * 24 * 8, 60 * 24 * 31)
# The first start that is still to come; the values of a field come to a script in their order.
NEXT_START = "for (start in doc['start']) { if (start >= params.now) { return start; } } return 1.0e15;"
_NO_DOCUMENT: Body = {"_source": False, "stored_fields": "_none_"}


def candidates(request: SearchRequest, *, now: int, size: int, offset: int = 0, until: int | None = None) -> Body:
    """The ids of one page. `until`: only what starts from now to that minute, for which the order by start is made."""
    window = [] if until is None else [starts_between(now, until)]
    return {
        "query": whole(request, *window),
        "sort": order(request, now),
        "from": offset,
        "size": size,
        "track_total_hits": until is None,
        **_NO_DOCUMENT,
    }


def order(request: SearchRequest, now: int) -> list[Body]:
    """What the hits are sorted by."""
    asked, last = order_of(request), {"asset_id": "asc"}
    if asked is Order.SOONEST:
        script = {"source": NEXT_START, "lang": "painless", "params": {"now": now}}
        return [{"_script": {"type": "number", "order": "asc", "script": script}}, last]
    if asked is Order.NEAREST:
        return [_distance(request), last]
    if not request.has_words:
        return [last]
    # Interests alone give many the same score: the closer ones go first.
    close = [_distance(request)] if request.near is not None and not request.terms else []
    return [{"_score": "desc"}, *close, last]


def starting(request: SearchRequest, now: int) -> Body:
    """How many match, and how many of them start within each span of `AHEAD`."""
    spans = {str(ahead): starts_between(now, now + ahead) for ahead in AHEAD}
    return {
        "query": whole(request),
        "size": 0,
        "track_total_hits": True,
        "aggs": {"starting": {"filters": {"filters": spans}}},
    }


def names(prefix: str, limit: int) -> Body | None:
    """Different names in which every word begins a word: those that begin so first, then by the alphabet."""
    typed = words(prefix)
    if not typed or limit < 1:
        return None
    begins = {"prefix": {"label": {"value": " ".join(typed)}}}
    return {
        "query": {
            "bool": {
                "filter": [{"prefix": {"name_word": {"value": word}}} for word in typed],
                "should": [{"constant_score": {"filter": begins, "boost": 1.0}}],
            }
        },
        "collapse": {"field": "label"},
        "sort": [{"_score": "desc"}, {"label": "asc"}],
        "size": min(limit, MOST_HITS),
        "track_total_hits": False,
        **_NO_DOCUMENT,
    }


def name_of(label: str) -> str:
    """The name in a label."""
    return label.split(AFTER_PLAIN, 1)[1]


def near_words(word: str, allowed: int) -> Body:
    """Words that may be within so many slips of the word, with the number of listings that hold each."""
    pattern = near_pattern(word, allowed)
    return {
        "query": {"bool": {"filter": [{"regexp": {"word": {"value": pattern, "flags": "NONE"}}}]}},
        "size": 0,
        "track_total_hits": False,
        "aggs": {"near": {"terms": {"field": "word", "include": pattern, "size": MOST_HITS, "execution_hint": "map"}}},
    }


def holding(stem: str) -> Body:
    return {"query": {"term": {"text": {"value": stem}}}}


def everything(point: str, after: Sequence[Any] | None = None) -> Body:
    """A page of all that is kept, by asset id. `point`: the point in time that all pages are of."""
    page: Body = {
        "query": {"match_all": {}},
        "pit": {"id": point, "keep_alive": KEEP},
        "sort": [{"asset_id": "asc"}],
        "docvalue_fields": ["digest"],
        "size": MOST_HITS,
        "track_total_hits": False,
        "_source": False,
    }
    return page | ({"search_after": list(after)} if after else {})


def deeper(body: Body, point: str, size: int, after: Sequence[Any] | None = None) -> Body:
    """The next page of the same question, from a point in time, after the sort values of the page before."""
    kept = {name: value for name, value in body.items() if name != "from"}
    page = kept | {"pit": {"id": point, "keep_alive": KEEP}, "size": size}
    return page | ({"search_after": list(after), "track_total_hits": False} if after else {})


def _distance(request: SearchRequest) -> Query:
    if request.near is None:
        raise ValueError("A distance needs a point to measure from.")
    return {"_geo_distance": {"place": located(request.near), "order": "asc", "mode": "min", "unit": "m"}}
