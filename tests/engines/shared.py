"""A server that all hosts share, as far as tests without one need it: in memory, and away or full when it is told so.

`CONNECTOR_SEARCH_ENGINE = "tests.engines.shared"` makes it the engine of a test. What only a genuine server can show is
in `tests/elasticsearch`.
"""

from collections.abc import Collection, Sequence
from typing import Any

from search.engines.base import EngineUnavailable, Rejected
from search.engines.memory import MemoryEngine
from search.types import AssetDocument, Candidates

AWAY = "The search server does not answer."
FULL = "The search server takes no changes now."


class SharedEngine(MemoryEngine):
    """`away`: nothing answers. `full`: searches do, writes do not. `refuses`: assets that it will not take, and why."""

    name = "shared"
    shared = True

    def __init__(self) -> None:
        super().__init__()
        self.away = False
        self.full = False
        self.refuses: dict[int, str] = {}

    def search(self, *given: Any, **named: Any) -> Candidates:
        self._answering()
        return super().search(*given, **named)

    def suggest(self, *given: Any, **named: Any) -> tuple[str, ...]:
        self._answering()
        return super().suggest(*given, **named)

    def spellings(self, *given: Any, **named: Any) -> tuple[tuple[str, int], ...]:
        self._answering()
        return super().spellings(*given, **named)

    def holds(self, stem: str) -> int:
        self._answering()
        return super().holds(stem)

    def write(
        self, documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        self._answering()
        if self.full:
            raise EngineUnavailable(FULL)
        taken = [document for document in documents if document.asset_id not in self.refuses]
        super().write(taken, deleted, generation=generation)
        ids = (document.asset_id for document in documents)
        return tuple(Rejected(pk, self.refuses[pk]) for pk in ids if pk in self.refuses)

    def live_generation(self) -> str | None:
        self._answering()
        return super().live_generation()

    def start_generation(self) -> str:
        self._answering()
        return super().start_generation()

    def _answering(self) -> None:
        if self.away:
            raise EngineUnavailable(AWAY)


SearchBackend = SharedEngine
