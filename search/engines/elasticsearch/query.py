"""Parts of a request as Elasticsearch queries.

Invariant: pure; what a query matches is exactly what its part of the request matches, and boosts only order the
candidates. What somebody typed is only ever the value of a `term` or a `match_phrase`: no syntax is read in it.
"""

from collections.abc import Collection, Iterator
from typing import Any

from search.engines.layout import ALIKE_BOOST, INTEREST_BOOST, asked, pair
from search.engines.matching import EARTH_RADIUS_M, order_of
from search.types import Order, Point, SearchRequest, WeightedTerm

Query = dict[str, Any]
# Lucene measures on a sphere of this radius (`GeoUtils.EARTH_MEAN_RADIUS_METERS`); circles are made to fit it.
_LUCENE_RADIUS_M = 6_371_008.7714


def whole(request: SearchRequest, *filters: Query) -> Query:
    """What matches the words and every filter, scored by the words where the order asks for that."""
    return with_words(request, [*filter_queries(request), *filters])


def with_words(request: SearchRequest, needed: list[Query]) -> Query:
    """What matches the words and these filters, scored likewise."""
    scored = order_of(request) is Order.RELEVANCE and request.has_words
    if not request.has_words:
        return filtered(needed)
    words = words_query(request)
    return {"bool": {"must": [words], "filter": needed}} if scored else filtered([words, *needed])


def filtered(needed: list[Query]) -> Query:
    """What passes all of these, without a score."""
    return {"bool": {"filter": needed}} if needed else {"match_all": {}}


def words_query(request: SearchRequest) -> Query:
    """Any of the terms or wanted interests, by weight, and what is alike. Interests alone count by their weights and
    nothing else."""
    either = [*map(_term, filter(_has_stems, request.terms)), *_wanted(request), *_alike(request)]
    return {"bool": {"should": either, "minimum_should_match": 1}} if either else {"match_none": {}}


def filter_queries(request: SearchRequest) -> list[Query]:
    """Every filter of the request."""
    found = [] if request.for_workers else [{"term": {"for_workers": False}}]
    found += [one_of(field, values) for field, values in asked(request) if values]
    found += [one_of("access", [subject]) for subject in sorted(request.access)]
    if request.fresh_since is not None:
        found.append(fresh_from(request.fresh_since))
    if request.near is not None and request.radius_m is not None:
        found.append(_around(request.near, request.radius_m, everywhere=request.everywhere))
    return found


def one_of(field: str, values: Collection[str]) -> Query:
    return {"terms": {field: sorted(values)}}


def fresh_from(day: int) -> Query:
    """Confirmed on that day (days since 1970) or later."""
    return {"range": {"confirmed": {"gte": day}}}


def starts_between(first: int, last: int) -> Query:
    """A start from `first` to `last`, both included (minutes since 1970 UTC)."""
    return {"range": {"start": {"gte": first, "lte": last}}}


def located(point: Point) -> dict[str, float]:
    return {"lat": point.lat, "lon": point.lon}


def _around(near: Point, radius_m: float, *, everywhere: bool) -> Query:
    metres = radius_m * _LUCENE_RADIUS_M / EARTH_RADIUS_M
    circle: Query = {"geo_distance": {"distance": f"{metres:.4f}m", "place": located(near)}}
    if not everywhere:
        return circle
    return {"bool": {"should": [circle, {"term": {"everywhere": True}}], "minimum_should_match": 1}}


def _has_stems(term: WeightedTerm) -> bool:
    return bool(term.stems)


def _term(term: WeightedTerm) -> Query:
    if len(term.stems) == 1:
        return {"term": {"text": {"value": term.stems[0], "boost": term.weight}}}
    if len(term.stems) == 2:
        return {"term": {"pair": {"value": pair(*term.stems), "boost": term.weight}}}
    return {"match_phrase": {"text": {"query": " ".join(term.stems), "boost": term.weight}}}


def _wanted(request: SearchRequest) -> Iterator[Query]:
    for want in request.wanted:
        if request.terms:
            yield {"term": {"interest": {"value": want.code, "boost": want.weight * INTEREST_BOOST}}}
        else:
            yield {"constant_score": {"filter": {"term": {"interest": want.code}}, "boost": want.weight}}


def _alike(request: SearchRequest) -> Iterator[Query]:
    if request.alike:
        named = {"terms": {"asset_id": list(request.alike)}}
        yield {"constant_score": {"filter": named, "boost": ALIKE_BOOST}}
