"""The embedded engine: tantivy finds words, arrays beside it filter, measure and count.

Invariant: opened lazily and again after a fork; every search first looks whether somebody has written.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from search.engines.base import EngineUnavailable, Rejected
from search.engines.layout import GAP
from search.engines.spelling import most_frequent, near_words
from search.engines.tantivy.finding import Finding, Thresholds
from search.engines.tantivy.generations import Generations
from search.engines.tantivy.query import listing_query
from search.engines.tantivy.reader import Reader, opened
from search.engines.tantivy.suggestions import suggestions
from search.engines.tantivy.trouble import NO_INDEX
from search.engines.tantivy.writer import write
from search.types import AssetDocument, Candidates, SearchRequest


class TantivyEngine:
    """One folder on disk, any number of readers, one writer at a time."""

    name = "tantivy"

    def __init__(self, folder: Path, thresholds: Thresholds | None = None) -> None:
        self._generations = Generations(folder)
        self._thresholds = thresholds or Thresholds()
        self._reader = Reader(self._generations)

    @classmethod
    def from_settings(cls, settings: Any) -> Self:
        return cls(Path(settings.CONNECTOR_INDEX_DIR) / "tantivy")

    def search(
        self,
        request: SearchRequest,
        *,
        now: int,
        wanted: int = 200,
        offset: int = 0,
        counting: Collection[str] = (),
    ) -> Candidates:
        return Finding(self._reader.snapshot(), request, now, self._thresholds).candidates(wanted, offset)

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        return suggestions(self._reader.snapshot().searcher, prefix, limit)

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]:
        snapshot = self._reader.snapshot()
        near = near_words(word, snapshot.vocabulary)
        return most_frequent(((found, snapshot.held("word", found)) for found in near), limit)

    def holds(self, stem: str) -> int:
        return self._reader.snapshot().held("text", stem) if stem != GAP else 0

    def write(
        self, documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        name = generation or self._generations.live()
        if name is None:
            raise EngineUnavailable(NO_INDEX)
        write(name, self._generations.path(name), documents, deleted)
        return ()

    def digests(self, *, generation: str | None = None) -> Iterator[tuple[int, str]]:
        snapshot = opened(generation, self._generations.path(generation)) if generation else self._reader.snapshot()
        searcher = snapshot.searcher
        for _, address in searcher.everything(listing_query()):
            yield searcher.stored(address, "asset_id"), searcher.stored(address, "digest", "")

    def live_generation(self) -> str | None:
        try:
            return self._reader.snapshot().generation
        except EngineUnavailable:
            return None

    def start_generation(self) -> str:
        return self._generations.start()

    def has_generation(self, generation: str) -> bool:
        return self._generations.has(generation)

    def promote(self, generation: str) -> None:
        self._generations.promote(generation)

    def refresh(self) -> None:
        self.live_generation()
