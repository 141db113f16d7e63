"""Engines that something happens to, for tests of what must hold whenever a process ends."""

from collections.abc import Callable, Collection, Sequence

from search.engines.base import Rejected
from search.engines.memory import MemoryEngine
from search.types import AssetDocument


class Killed(BaseException):
    """The process ends here: nothing after this runs, and nothing catches it."""


class Eventful(MemoryEngine):
    """The engine in memory, with something to do before and after a write and before a promotion."""

    def __init__(self) -> None:
        super().__init__()
        self.before_write: Callable[[str | None], None] = lambda generation: None
        self.after_write: Callable[[str | None], None] = lambda generation: None
        self.before_promotion: Callable[[], None] = lambda: None
        self.lose: set[int] = set()

    def write(
        self, documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        self.before_write(generation)
        kept = [document for document in documents if document.asset_id not in self.lose]
        rejected = super().write(kept, deleted, generation=generation)
        self.after_write(generation)
        return rejected

    def promote(self, generation: str) -> None:
        self.before_promotion()
        super().promote(generation)

    def ids(self) -> set[int]:
        """What searches find now."""
        return {asset_id for asset_id, _ in self.digests()}


def once(act: Callable[[], object]) -> Callable[..., None]:
    """A callback that acts at its first call alone."""
    left = [act]

    def called(*_: object) -> None:
        if left:
            left.pop()()

    return called


def kill(*_: object, **__: object) -> None:
    raise Killed
