"""One commit of a tantivy index, asked in the few ways that the engine asks.

Invariant: whatever is damaged below becomes EngineUnavailable here; a count is exact, listings that are gone left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
import tantivy
from numpy.typing import NDArray

from search.engines.tantivy.schema import schema
from search.engines.tantivy.trouble import DAMAGED, said_as
from search.facets import FRESH, fresh_since

# Groups that are counted by a field of another name.
FIELD_OF = {"interest": "topic", "time": "part"}
Hits = Sequence[tuple[Any, tantivy.DocAddress]]


@dataclass(frozen=True)
class Searcher:
    """tantivy's own searcher, with the errors of the engine."""

    commit: tantivy.Searcher

    def best(self, query: tantivy.Query, limit: int) -> tuple[Hits, int]:
        """The `limit` best scores with their addresses, and how many match."""
        with said_as(DAMAGED):
            result: Any = self.commit.search(query, limit=max(1, limit))
            return result.hits, result.count

    def count(self, query: tantivy.Query) -> int:
        """How many match."""
        return self.best(query, 1)[1]

    def everything(self, query: tantivy.Query) -> Hits:
        """The address of everything that matches."""
        return self.best(tantivy.Query.const_score_query(query, 0.0), self.commit.num_docs)[0]

    def first(self, query: tantivy.Query, limit: int, field: str) -> Hits:
        """The first values of a text field by the alphabet, with their addresses."""
        with said_as(DAMAGED):
            return self.commit.search(query, limit=limit, order_by_field=field, order=tantivy.Order.Asc).hits

    def asset_ids(self, hits: Hits) -> NDArray[np.int64]:
        with said_as(DAMAGED):
            values = self.commit.fast_field_values("asset_id", [address for _, address in hits])
        return np.array(values, np.int64)

    def stored(self, address: tantivy.DocAddress, field: str, default: Any = None) -> Any:
        """What a document keeps in a field."""
        with said_as(DAMAGED):
            value = self.commit.doc(address).get_first(field)
        return default if value is None else value

    def counts(self, query: tantivy.Query, groups: Sequence[str], most: int, now: int) -> dict[str, dict[str, int]]:
        """The counts of groups of `search.facets` among the matches; `most` values at least are kept apart."""
        if not groups:
            return {}
        asked = {group: _fresh(now) if group == "fresh" else _terms(group, most) for group in groups}
        with said_as(DAMAGED):
            answer = self.commit.aggregate(tantivy.Query.const_score_query(query, 0.0), asked)
        return {group: _counted(group, found["buckets"]) for group, found in answer.items()}

    def held(self, field: str, term: str) -> int:
        """How many documents hold the term."""
        return self.count(tantivy.Query.term_query(schema(), field, term, index_option="basic"))

    def terms(self, field: str) -> list[str]:
        """Every term of a field; also terms of what is gone, until tantivy tidies up."""
        with said_as(DAMAGED):
            return [term for term, _ in self.commit.terms_with_prefix(field, "")]


def _terms(group: str, most: int) -> dict[str, Any]:
    return {"terms": {"field": FIELD_OF.get(group, group), "size": max(1, most)}}


def _fresh(now: int) -> dict[str, Any]:
    """The days of each name of `FRESH` that a fresher name does not take in: ranges may not overlap."""
    since = [fresh_since(name, now) for name in FRESH]
    ends = [None, *since]
    ranges = [{"from": first} | ({"to": end} if end else {}) for first, end in zip(since, ends, strict=False)]
    return {"range": {"field": "confirmed", "ranges": ranges[::-1]}}


def _counted(group: str, buckets: Sequence[dict[str, Any]]) -> dict[str, int]:
    if group != "fresh":
        return {bucket["key"]: int(bucket["doc_count"]) for bucket in buckets}
    within = sorted(
        ((bucket["from"], int(bucket["doc_count"])) for bucket in buckets if "from" in bucket), reverse=True
    )
    sums = dict(zip(FRESH, accumulate(count for _, count in within), strict=True))
    return {name: count for name, count in sums.items() if count}
