"""What every engine can do. One contract suite (`tests/engines/contract.py`) holds all of them to it.

Invariant: an engine keeps documents by asset id in generations. Searches read the promoted one; a rebuild fills another
and promotes it in one step. Writing the same batch twice gives the same state.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from search.types import AssetDocument, Candidates, SearchRequest


class EngineUnavailable(Exception):
    """The engine cannot answer now. The message names no host, credential or word of a query."""


class RequestRefused(EngineUnavailable):
    """The engine is well and will not answer this one request: too many words, for one."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A document that an engine will not take as it is. `reason` is the engine's own name for it, never content."""

    asset_id: int
    reason: str


class Engine(Protocol):
    name: str

    def search(
        self,
        request: SearchRequest,
        *,
        now: int,
        wanted: int = 200,
        offset: int = 0,
        counting: Collection[str] = (),
    ) -> Candidates:
        """At least `wanted` ids from `offset` on, in the engine's order, ties by id. `now`: minutes since 1970 UTC.

        NEAREST orders by the exact distance to the closest point, everywhere-documents after those with a point;
        SOONEST by the first start at or after `now`, those without one last. Without words, and with a point to
        start from, RELEVANCE is NEAREST. Facets: the groups of `search.facets`, each counted without its own choice;
        nought is left out. An engine may count a group when somebody looks at it, since that can cost more than the
        search itself; `counting` names those that somebody will look at, for an engine that counts them cheaper along
        the way.
        """
        ...

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        """Different names of listings in which every word typed begins a word ("gard cl": "The Garden Club").

        Names that begin with what was typed come first, then by the alphabet. Never those for workers only.
        """
        ...

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]:
        """Folded words of the index within one slip of the word (two from eight letters on), each with the number of
        documents that hold it, most frequent first, then by the alphabet. See `search.engines.spelling`."""
        ...

    def holds(self, stem: str) -> int:
        """In how many documents the stem stands."""
        ...

    def write(
        self, documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        """Drop ids, then add or replace documents: seen by searches when this returns. Default: the live generation.

        What can never be taken is given back with the reason, and everything else is written; what cannot be taken now
        raises."""
        ...

    def digests(self, *, generation: str | None = None) -> Iterator[tuple[int, str]]:
        """Every asset id kept, with the digest of its document: what the gate compares with the database."""
        ...

    def live_generation(self) -> str | None:
        """The promoted generation, or None before the first build."""
        ...

    def start_generation(self) -> str:
        """A new, empty generation. Those that were begun before and never promoted are dropped."""
        ...

    def has_generation(self, generation: str) -> bool:
        """Whether it is there and laid out as this code does it, so that it can be filled further and promoted."""
        ...

    def promote(self, generation: str) -> None:
        """Searches read this one from now on. Others are dropped."""
        ...

    def refresh(self) -> None:
        """See what other processes wrote."""
        ...


def batched(documents: Iterable[AssetDocument], size: int = 500) -> Iterator[list[AssetDocument]]:
    """Lists of at most `size` documents."""
    batch: list[AssetDocument] = []
    for document in documents:
        batch.append(document)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
