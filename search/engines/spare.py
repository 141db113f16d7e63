"""An engine with a spare: when the server does not answer, the embedded engine of this host does, and says so.

Invariant: the same request gets the same kind of answer whichever engine gave it, at most one time limit later, once;
after that nobody waits until the server is back. Both indexes follow the same log of changes, each by itself: writing
is not done here.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

import structlog

from search.engines.base import Engine, EngineUnavailable, Rejected, RequestRefused
from search.engines.breaker import Breaker
from search.engines.facets import Counts, Facets
from search.types import AssetDocument, Candidates, Order, SearchRequest

T = TypeVar("T")
_log = structlog.get_logger("search")
# The smallest real search: what answers it answers others too.
_SIGN_OF_LIFE = SearchRequest(order=Order.NEAREST)


class EngineWithSpare:
    """Reads from `main`, or from `spare` while main is away; everything else is main's."""

    def __init__(self, main: Engine, spare: Engine, breaker: Breaker | None = None) -> None:
        self.main, self.spare = main, spare
        self.name = main.name
        self.shared = bool(getattr(main, "shared", False))
        self.breaker = breaker or Breaker(self._sign_of_life)

    def search(
        self,
        request: SearchRequest,
        *,
        now: int,
        wanted: int = 200,
        offset: int = 0,
        counting: Collection[str] = (),
    ) -> Candidates:
        def counted_by_spare(groups: Collection[str]) -> Counts:
            return _only(self.spare.search(request, now=now, wanted=1).facets, groups)

        def from_main() -> Candidates:
            found = self.main.search(request, now=now, wanted=wanted, offset=offset, counting=counting)
            # Counts are made when somebody looks: the server may be gone by then.
            counts = Facets(
                lambda groups: self._read(lambda: _only(found.facets, groups), lambda: counted_by_spare(groups))
            )
            return replace(found, facets=counts)

        return self._read(
            from_main,
            lambda: replace(self.spare.search(request, now=now, wanted=wanted, offset=offset), degraded=True),
        )

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        return self._read(
            lambda: self.main.suggest(prefix, limit=limit), lambda: self.spare.suggest(prefix, limit=limit)
        )

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]:
        return self._read(
            lambda: self.main.spellings(word, limit=limit), lambda: self.spare.spellings(word, limit=limit)
        )

    def holds(self, stem: str) -> int:
        return self._read(lambda: self.main.holds(stem), lambda: self.spare.holds(stem))

    def write(
        self, documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        return self.main.write(documents, deleted, generation=generation)

    def digests(self, *, generation: str | None = None) -> Iterator[tuple[int, str]]:
        return self.main.digests(generation=generation)

    def live_generation(self) -> str | None:
        return self.main.live_generation()

    def start_generation(self) -> str:
        return self.main.start_generation()

    def has_generation(self, generation: str) -> bool:
        return self.main.has_generation(generation)

    def promote(self, generation: str) -> None:
        self.main.promote(generation)

    def refresh(self) -> None:
        self.main.refresh()
        self.spare.refresh()

    def _read(self, main: Callable[[], T], spare: Callable[[], T]) -> T:
        if self.breaker.closed:
            try:
                return main()
            except RequestRefused:
                _log.warning("search.refused", engine=self.main.name)
            except EngineUnavailable as problem:
                cause = type(problem.__cause__).__name__ if problem.__cause__ else ""
                _log.warning("search.degraded", engine=self.main.name, problem=str(problem), cause=cause)
                self.breaker.failed()
        return spare()

    def _sign_of_life(self) -> None:
        self.main.search(_SIGN_OF_LIFE, now=0, wanted=1)
        _log.info("search.recovered", engine=self.main.name)


def _only(counts: Counts, groups: Collection[str]) -> Counts:
    """The counts of these groups, made together where they are made when asked for."""
    return counts.only(groups) if isinstance(counts, Facets) else {group: counts[group] for group in groups}
