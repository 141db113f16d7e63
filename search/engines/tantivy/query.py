"""A request's words and interests as a tantivy query.

Invariant: what the query matches is exactly what the request's words match; boosts only order the candidates.
"""

from collections.abc import Iterator

import tantivy

from search.engines.tantivy.schema import schema
from search.types import SearchRequest, WeightedTerm

NAME_BOOST = 1.0
# Scores of words lie around 3 to 10; an interest that somebody has put on the listing counts like a rather rare word.
INTEREST_BOOST = 6.0


def words_query(request: SearchRequest) -> tantivy.Query:
    """Any of the terms or wanted interests, by weight."""
    return any_of([*_terms(request), *_wanted(request)])


def any_of(queries: list[tantivy.Query]) -> tantivy.Query:
    if not queries:
        return tantivy.Query.empty_query()
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def _terms(request: SearchRequest) -> Iterator[tantivy.Query]:
    for term in request.terms:
        if term.stems:
            yield tantivy.Query.boost_query(_within("text", term), term.weight)
            yield tantivy.Query.boost_query(_within("name", term), term.weight * NAME_BOOST)


def _within(field: str, term: WeightedTerm) -> tantivy.Query:
    if len(term.stems) == 1:
        return tantivy.Query.term_query(schema(), field, term.stems[0], index_option="freq")
    return tantivy.Query.phrase_query(schema(), field, list(term.stems))


def _wanted(request: SearchRequest) -> Iterator[tantivy.Query]:
    for want in request.wanted:
        query = tantivy.Query.term_query(schema(), "interest", want.code, index_option="basic")
        yield tantivy.Query.const_score_query(query, want.weight * INTEREST_BOOST)
