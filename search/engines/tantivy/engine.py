"""The embedded engine: tantivy finds words, arrays beside it filter, measure and count.

Invariant: opened lazily and again after a fork; every search first looks whether somebody has written.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import tantivy
from numpy.typing import NDArray

from search.engines.base import EngineUnavailable
from search.engines.matching import begins, suggestion_order
from search.engines.spelling import most_frequent, near_words
from search.engines.tantivy.columns import Rows
from search.engines.tantivy.filters import distances, facets, next_starts, passing
from search.engines.tantivy.generations import NO_INDEX, Generations
from search.engines.tantivy.query import words_query
from search.engines.tantivy.reader import Reader, Snapshot, opened
from search.engines.tantivy.schema import GAP, schema
from search.engines.tantivy.writer import write
from search.stems import words
from search.types import AssetDocument, Candidates, Order, SearchRequest


class TantivyEngine:
    """One folder on disk, any number of readers, one writer at a time."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self._generations = Generations(folder)
        self._reader = Reader(self._generations)

    @classmethod
    def from_settings(cls, settings: Any) -> Self:
        return cls(Path(settings.CONNECTOR_INDEX_DIR) / "tantivy")

    def search(self, request: SearchRequest, *, now: int, wanted: int = 200, offset: int = 0) -> Candidates:
        snapshot = self._reader.snapshot()
        columns = snapshot.columns
        metres = distances(columns, request.near) if request.near else None
        mask = passing(columns, request, metres)
        if request.has_words:
            rows, scores = _hits(snapshot, request)
            kept = mask[rows]
            rows, scores = rows[kept], scores[kept]
        else:
            rows = np.flatnonzero(mask)
            scores = np.zeros(len(rows))
        if request.order is Order.SOONEST:
            keys = next_starts(columns, now)[rows]
        elif metres is not None and (request.order is Order.NEAREST or not request.has_words):
            keys = metres[rows]
        else:
            keys = -scores
        order = np.lexsort((rows, keys))[offset : offset + wanted]
        return Candidates(ids=tuple(columns.ids[rows[order]].tolist()), total=len(rows), facets=facets(columns, rows))

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        searcher = self._reader.snapshot().searcher
        typed = words(prefix)
        if not typed:
            return ()
        starts = [tantivy.Query.regex_query(schema(), "name_word", f"{word}.*") for word in typed]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, start) for start in starts])
        hits = searcher.search(query, limit=max(1, searcher.num_docs)).hits
        names = {searcher.doc(address)["title"][0] for _, address in hits}
        return tuple(sorted((n for n in names if begins(n, prefix)), key=lambda n: suggestion_order(n, prefix))[:limit])

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]:
        snapshot = self._reader.snapshot()
        near = near_words(word, snapshot.vocabulary())
        return most_frequent(((found, _count(snapshot, "word", found)) for found in near), limit)

    def holds(self, stem: str) -> int:
        return _count(self._reader.snapshot(), "text", stem) if stem != GAP else 0

    def write(
        self, documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> None:
        name = generation or self._generations.live()
        if name is None:
            raise EngineUnavailable(NO_INDEX)
        write(name, self._generations.path(name), documents, deleted)

    def digests(self, *, generation: str | None = None) -> Iterator[tuple[int, str]]:
        snapshot = opened(generation, self._generations.path(generation)) if generation else self._reader.snapshot()
        searcher = snapshot.searcher
        query = tantivy.Query.range_query(schema(), "asset_id", tantivy.FieldType.Unsigned, lower_bound=0)
        for _, address in searcher.search(query, limit=max(1, searcher.num_docs)).hits:
            document = searcher.doc(address)
            yield document["asset_id"][0], document["digest"][0]

    def live_generation(self) -> str | None:
        try:
            return self._reader.snapshot().generation
        except EngineUnavailable:
            return None

    def start_generation(self) -> str:
        return self._generations.start()

    def promote(self, generation: str) -> None:
        self._generations.promote(generation)

    def refresh(self) -> None:
        self.live_generation()


def _hits(snapshot: Snapshot, request: SearchRequest) -> tuple[Rows, NDArray[np.float64]]:
    searcher = snapshot.searcher
    hits = searcher.search(words_query(request), limit=max(1, searcher.num_docs)).hits
    scores = np.fromiter((score for score, _ in hits), np.float64, len(hits))
    ids = np.array(searcher.fast_field_values("asset_id", [address for _, address in hits]), np.int64)
    rows = snapshot.columns.rows_of(ids)
    known = rows >= 0
    return rows[known], scores[known]


def _count(snapshot: Snapshot, field: str, term: str) -> int:
    query = tantivy.Query.term_query(schema(), field, term, index_option="basic")
    return int(snapshot.searcher.search(query, limit=1).count)
