"""Facets by aggregations: every group counted without its own choice, in one request.

Invariant: pure. What all variants of the request share is the query; what one of them asks for besides is a filter
around its groups.
"""

from collections.abc import Collection, Mapping
from typing import Any

from search.engines.elasticsearch.query import (
    Query,
    filter_queries,
    filtered,
    fresh_from,
    one_of,
    with_words,
    words_query,
)
from search.facets import FRESH, fresh_since, without
from search.types import DAYS, PARTS, SearchRequest

# Groups that are counted by a field of another name.
FIELD_OF = {"interest": "topic", "time": "part"}
# More values than any group has.
MOST_VALUES = 10_000


def counts(request: SearchRequest, groups: Collection[str], now: int) -> dict[str, Any]:
    """The body that counts these groups and hands over no listing."""
    shared, aggregations = _shared_and_apart(request, groups, now)
    words = [words_query(request)] if request.has_words else []
    return {"query": filtered([*words, *shared]), "size": 0, "track_total_hits": False, "aggs": aggregations}


def along(request: SearchRequest, groups: Collection[str], now: int) -> dict[str, Any]:
    """What is put into the body of a page so that it counts these groups as well, in one pass: the query is what all
    variants share, and the hits are narrowed to the request's own choices after they are counted."""
    shared, aggregations = _shared_and_apart(request, groups, now)
    own = [query for query in filter_queries(request) if query not in shared]
    narrowed = {"post_filter": filtered(own)} if own else {}
    return {"query": with_words(request, shared), "aggs": aggregations, **narrowed}


def _shared_and_apart(request: SearchRequest, groups: Collection[str], now: int) -> tuple[list[Query], dict[str, Any]]:
    """The filters that all variants have, and the counts of each variant inside its own."""
    variants = _variants(request, groups)
    asked = [filter_queries(variant) for variant, _ in variants]
    shared = [query for query in asked[0] if all(query in other for other in asked)] if asked else []
    aggregations = {}
    for number, ((variant, names), needed) in enumerate(zip(variants, asked, strict=True)):
        own = [query for query in needed if query not in shared]
        inside = {name: _group(name, variant, now) for name in names}
        aggregations[f"variant_{number}"] = {"filter": filtered(own), "aggs": inside}
    return shared, aggregations


def counted(answer: Mapping[str, Any], request: SearchRequest, groups: Collection[str]) -> dict[str, dict[str, int]]:
    """The counts in the answer to `counts`; nought is left out."""
    found: dict[str, dict[str, int]] = {}
    for number, (_, names) in enumerate(_variants(request, groups)):
        inside = answer["aggregations"][f"variant_{number}"]
        found |= {name: _counts(inside[name]["buckets"]) for name in names}
    return {name: found[name] for name in groups}


def _variants(request: SearchRequest, groups: Collection[str]) -> list[tuple[SearchRequest, list[str]]]:
    """Requests with the groups that are counted in each: the request as it is, and one without the choice of a group
    for each in which something is chosen."""
    variants = {group: without(request, group) for group in groups}
    plain = [group for group, variant in variants.items() if variant is request]
    apart = [(variant, [group]) for group, variant in variants.items() if variant is not request]
    return [(request, plain), *apart] if plain else apart


def _group(name: str, variant: SearchRequest, now: int) -> Query:
    if name == "fresh":
        return _filters({fresh: fresh_from(fresh_since(fresh, now)) for fresh in FRESH})
    if name == "day" and variant.parts:
        return _filters({day: one_of("slot", [f"{day}-{part}" for part in variant.parts]) for day in DAYS})
    if name == "time" and variant.days:
        return _filters({part: one_of("slot", [f"{day}-{part}" for day in variant.days]) for part in PARTS})
    # All values are wanted in any order; by name the server reads their names one after another, which is quickest.
    return {"terms": {"field": FIELD_OF.get(name, name), "size": MOST_VALUES, "order": {"_key": "asc"}}}


def _filters(named: Mapping[str, Query]) -> Query:
    return {"filters": {"filters": dict(named)}}


def _counts(buckets: Any) -> dict[str, int]:
    """Buckets come as a list of terms, or by name."""
    if isinstance(buckets, Mapping):
        return {name: int(bucket["doc_count"]) for name, bucket in buckets.items() if bucket["doc_count"]}
    return {bucket["key"]: int(bucket["doc_count"]) for bucket in buckets}
