"""Who is at it while nodes are killed: one who brings listings in, and people who search, each in a place of their own.

Invariant: an answer is held against what was acknowledged before it was asked for and what was begun before it came:
nothing acknowledged is missing, nothing stands twice, nothing is there that nobody brought.
"""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event, Thread

from search.engines.base import EngineUnavailable
from search.engines.spare import EngineWithSpare
from search.types import AssetDocument, SearchRequest, WeightedTerm

BATCH = 50
PAUSE_SECONDS = 0.05
SHOWN = 200
EVERY = SearchRequest(for_workers=True)


class Loading(Thread):
    """Brings listings into both engines, batch by batch, as a worker does: what did not go well is done again."""

    def __init__(self, engine: EngineWithSpare, documents: Sequence[AssetDocument]) -> None:
        super().__init__(daemon=True)
        self.documents = documents
        self.begun = self.in_main = self.in_spare = self.again = 0
        self._engine = engine
        self._may = 0
        self._told = Event()

    def go_on_to(self, number: int) -> None:
        """Let so many be brought in, and no more for now."""
        self._may = number
        self._told.set()

    def run(self) -> None:
        for start in range(0, len(self.documents), BATCH):
            while start >= self._may:
                self._told.wait()
                self._told.clear()
            batch = self.documents[start : start + BATCH]
            self.begun = start + len(batch)
            self._engine.spare.write(batch)
            self.in_spare = self.begun
            while not self._written(batch):
                self.again += 1
            self.in_main = self.begun

    def _written(self, batch: Sequence[AssetDocument]) -> bool:
        try:
            return not self._engine.write(batch)
        except EngineUnavailable:
            return False


@dataclass
class Searching:
    """One client. `failed`: searches without an answer; `wrong`: answers that could not be right."""

    engine: EngineWithSpare
    loading: Loading
    seed: int
    searches: int = 0
    degraded: int = 0
    degraded_seconds: float = 0.0
    failed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def start(self) -> None:
        self._stop, self._draw, self._since = Event(), random.Random(self.seed), 0.0
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(PAUSE_SECONDS):
            try:
                self._for_everything()
                self._for_one()
            except Exception as problem:
                self.failed.append(repr(problem))

    def _for_everything(self) -> None:
        main, spare = self.loading.in_main, self.loading.in_spare
        found = self.engine.search(EVERY, now=0, wanted=SHOWN)
        kinds = sum(found.facets["kind"].values())
        self._count(found.degraded)
        least, most = spare if found.degraded else main, self.loading.begun
        if not least <= found.total <= most:
            self.wrong.append(f"{found.total} listings, where there were {least} to {most}")
        if len(set(found.ids)) != len(found.ids) or not set(found.ids) <= set(range(1, most + 1)):
            self.wrong.append("some twice, or some that there are not")
        # Counted after the ids, perhaps by the other engine: both have what was acknowledged in both.
        if not min(main, spare) <= kinds <= self.loading.begun:
            self.wrong.append(f"{kinds} counted, where there were {min(main, spare)} to {self.loading.begun}")

    def _for_one(self) -> None:
        """One that came a while ago or just now, or one that nobody has brought yet."""
        main, spare = self.loading.in_main, self.loading.in_spare
        if self.searches % 4 == 0:
            number, right = len(self.loading.documents) + 1 + self._draw.randrange(1000), ()
        else:
            newest = min(main, spare)
            number = (
                self._draw.randint(max(1, newest - BATCH), newest)
                if self.searches % 2
                else self._draw.randint(1, newest)
            )
            right = (number,)
        found = self.engine.search(SearchRequest(terms=(WeightedTerm((f"brought{number}",)),)), now=0)
        self._count(found.degraded)
        if found.ids != right or found.total != len(right):
            self.wrong.append(f"{found.ids} for number {number}")

    def _count(self, degraded: bool) -> None:
        now = time.monotonic()
        self.searches += 1
        self.degraded += degraded
        if self._since:
            self.degraded_seconds += now - self._since
        self._since = now if degraded else 0.0
