"""Names of listings for what somebody has begun to type.

Invariant: the order of `matching.suggestion_order`; only as many names are read as are shown.
"""

import tantivy

from search.engines.tantivy.query import Query
from search.engines.tantivy.schema import schema
from search.engines.tantivy.searcher import Searcher
from search.stems import words


def suggestions(searcher: Searcher, prefix: str, limit: int) -> tuple[str, ...]:
    """Different names, those that begin with what was typed first, then by the alphabet."""
    typed = words(prefix)
    if not typed or limit < 1:
        return ()
    # Folded words hold letters and digits only, so that nothing in them is a sign of a pattern.
    first = Query.regex_query(schema(), "plain", f"{' '.join(typed)}.*")
    others = [Query.regex_query(schema(), "name_word", f"{word}.*") for word in typed]
    rest = Query.boolean_query([(tantivy.Occur.Must, query) for query in others] + [(tantivy.Occur.MustNot, first)])
    names = _names(searcher, first, limit)
    if len(names) < limit:
        names += _names(searcher, rest, limit - len(names))
    return tuple(names)


def _names(searcher: Searcher, query: Query, limit: int) -> list[str]:
    """The first names by the alphabet. Many listings may share one, so that more are read until there are enough."""
    asked = 2 * limit
    while True:
        hits = searcher.first(query, asked, "plain")
        names = {(plain, searcher.stored(address, "title")) for plain, address in hits}
        complete = {name for name in names if len(hits) < asked or name[0] < hits[-1][0]}
        if len(complete) >= limit or len(hits) < asked:
            return [title for _, title in sorted(complete)[:limit]]
        asked *= 4
