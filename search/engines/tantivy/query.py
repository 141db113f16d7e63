"""Parts of a request as tantivy queries.

Invariant: what a query matches is exactly what its part of the request matches; boosts only order the candidates.
"""

from collections.abc import Collection, Iterator

import tantivy

from search.engines.layout import ALIKE_BOOST, INTEREST_BOOST, asked, pair
from search.engines.tantivy.schema import EVERYWHERE, FOR_WORKERS, MARKER, schema
from search.types import SearchRequest, WeightedTerm

Query = tantivy.Query


def words_query(request: SearchRequest) -> Query:
    """Any of the terms or wanted interests, by weight, and what is alike. Plain terms are together, since tantivy
    joins those fastest."""
    phrases = [_boosted(term.weight, _phrase(term)) for term in request.terms if len(term.stems) > 2]
    plain = any_of([*_terms(request), *_wanted(request), *_alike(request)])
    return any_of([plain, *phrases]) if phrases else plain


def filter_queries(request: SearchRequest) -> Iterator[Query]:
    """Every filter of the request but the one for the place."""
    if not request.for_workers:
        yield Query.boolean_query([(tantivy.Occur.Must, Query.all_query()), (tantivy.Occur.MustNot, flag(FOR_WORKERS))])
    for field, values in asked(request):
        if values:
            yield one_of(field, values)
    for subject in request.access:
        yield one_of("access", [subject])
    if request.fresh_since is not None:
        yield confirmed_query(request.fresh_since)


def slot_query(slots: Collection[str]) -> Query:
    """Any of these weekly slots."""
    return one_of("slot", slots)


def confirmed_query(since: int) -> Query:
    """Confirmed on that day (days since 1970) or later."""
    return Query.range_query(schema(), "confirmed", tantivy.FieldType.Integer, lower_bound=since)


def place_query(cells: Collection[str], keys: Collection[str], everywhere: bool) -> Query:
    """A point in one of the squares, or one of the ids, or, if so asked, found everywhere."""
    either = [one_of("cell", cells), one_of("key", keys)]
    return any_of([*either, flag(EVERYWHERE)] if everywhere else either)


def start_query(first: int, last: int) -> Query:
    """A start from `first` to `last`, both included (minutes since 1970 UTC)."""
    return Query.range_query(schema(), "start", tantivy.FieldType.Integer, first, last)


def listing_query() -> Query:
    """Every listing."""
    return Query.range_query(schema(), "asset_id", tantivy.FieldType.Unsigned, lower_bound=0)


def marker_query() -> Query:
    """The document that names the columns file of its commit."""
    return Query.term_query(schema(), "marker", MARKER, index_option="basic")


def one_of(field: str, values: Collection[str]) -> Query:
    return Query.term_set_query(schema(), field, list(values))


def flag(name: str) -> Query:
    return Query.term_query(schema(), "flag", name, index_option="basic")


def any_of(queries: list[Query]) -> Query:
    return Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def narrowed(words: Query, filters: Collection[Query]) -> Query:
    """What matches the words and every filter, scored by the words alone."""
    musts = [(tantivy.Occur.Must, Query.const_score_query(query, 0.0)) for query in filters]
    return Query.boolean_query([(tantivy.Occur.Must, words), *musts])


def _terms(request: SearchRequest) -> Iterator[Query]:
    for term in request.terms:
        if len(term.stems) == 1:
            yield _boosted(term.weight, Query.term_query(schema(), "text", term.stems[0], index_option="freq"))
        elif len(term.stems) == 2:
            yield _boosted(term.weight, Query.term_query(schema(), "pair", pair(*term.stems), index_option="freq"))


def _phrase(term: WeightedTerm) -> Query:
    return Query.phrase_query(schema(), "text", list(term.stems))


def _wanted(request: SearchRequest) -> Iterator[Query]:
    for want in request.wanted:
        query = Query.term_query(schema(), "interest", want.code, index_option="basic")
        yield _boosted(want.weight * INTEREST_BOOST, query)


def _alike(request: SearchRequest) -> Iterator[Query]:
    if request.alike:
        yield Query.const_score_query(one_of("key", [str(asset_id) for asset_id in request.alike]), ALIKE_BOOST)


def _boosted(weight: float, query: Query) -> Query:
    return Query.boost_query(query, weight)
