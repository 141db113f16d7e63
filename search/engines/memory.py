"""A small engine in memory: for tests and for a first look, held to the same contract as the real ones.

Invariant: nothing outlives the process, and every answer is the plain reading of `search.engines.matching`.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Self

from search.engines.base import EngineUnavailable, Rejected
from search.engines.facets import Facets
from search.engines.layout import ALIKE_BOOST
from search.engines.matching import Read, begins, distance, matches, next_start, suggestion_order
from search.engines.spelling import by_length, most_frequent, near_words
from search.facets import GROUPS, without
from search.types import AssetDocument, Candidates, Order, SearchRequest

FAR = float("inf")
NO_INDEX = "There is no search index yet. Run manage.py search_rebuild."


class MemoryEngine:
    """Documents in a dictionary for each generation."""

    name = "memory"

    def __init__(self) -> None:
        self._generations: dict[str, dict[int, Read]] = {}
        self._live: str | None = None
        self._made = 0

    @classmethod
    def from_settings(cls, settings: Any) -> Self:
        return cls()

    def search(
        self,
        request: SearchRequest,
        *,
        now: int,
        wanted: int = 200,
        offset: int = 0,
        counting: Collection[str] = (),
    ) -> Candidates:
        kept = list(self._kept().values())
        found = [read for read in kept if matches(read, request)]
        found.sort(key=lambda read: _place(read, request, now))
        ids = tuple(read.document.asset_id for read in found[offset : offset + wanted])
        counts = Facets(lambda names: _counts(names, kept, found, request, now))
        return Candidates(ids, len(found), counts, generation=self._live or "")

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        documents = [read.document for read in self._kept().values() if not read.document.for_workers]
        names = {document.name for document in documents if begins(document.name, prefix)}
        return tuple(sorted(names, key=lambda name: suggestion_order(name, prefix))[:limit])

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]:
        counts = Counter(held for read in self._kept().values() for held in read.words)
        return most_frequent(((near, counts[near]) for near in near_words(word, by_length(counts))), limit)

    def holds(self, stem: str) -> int:
        return sum(stem in read.stems for read in self._kept().values())

    def write(
        self, documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        kept = self._kept(generation)
        for asset_id in deleted:
            kept.pop(asset_id, None)
        kept.update({document.asset_id: Read.of(document) for document in documents})
        return ()

    def digests(self, *, generation: str | None = None) -> Iterator[tuple[int, str]]:
        return iter([(asset_id, read.document.digest) for asset_id, read in self._kept(generation).items()])

    def live_generation(self) -> str | None:
        return self._live

    def start_generation(self) -> str:
        self._made += 1
        generation = f"memory-{self._made}"
        self._generations = {name: kept for name, kept in self._generations.items() if name == self._live}
        self._generations[generation] = {}
        return generation

    def has_generation(self, generation: str) -> bool:
        return generation in self._generations

    def promote(self, generation: str) -> None:
        self._generations = {generation: self._kept(generation)}
        self._live = generation

    def refresh(self) -> None:
        """Nobody else can write here."""

    def _kept(self, generation: str | None = None) -> dict[int, Read]:
        kept = self._generations.get(generation or self._live or "")
        if kept is None:
            raise EngineUnavailable(NO_INDEX)
        return kept


def _place(read: Read, request: SearchRequest, now: int) -> tuple[float, int]:
    """Where a document stands in the order that was asked for: smaller comes first, ties by id."""
    document = read.document
    if request.order is Order.SOONEST:
        start = next_start(document, now)
        return (FAR if start is None else start, document.asset_id)
    if request.near is not None and (request.order is Order.NEAREST or not request.has_words):
        metres = distance(document, request.near)
        return (FAR if metres is None else metres, document.asset_id)
    return (-_score(read, request), document.asset_id)


def _score(read: Read, request: SearchRequest) -> float:
    words = sum(term.weight for term in request.terms if read.holds(term))
    alike = ALIKE_BOOST if read.document.asset_id in request.alike else 0.0
    return alike + words + sum(want.weight for want in request.wanted if want.code in read.document.interests)


def _counts(
    names: Collection[str], kept: Sequence[Read], found: Sequence[Read], request: SearchRequest, now: int
) -> Mapping[str, Mapping[str, int]]:
    """The counts of these groups, each among what matches without the group's own choice."""
    counts = {}
    for name in names:
        asked = without(request, name)
        among = found if asked is request else [read for read in kept if matches(read, asked)]
        counts[name] = Counter(value for read in among for value in GROUPS[name].values(read.document, asked, now))
    return counts


SearchBackend = MemoryEngine
