"""Counts that are made when somebody looks at them, since they cost more than the search itself.

Invariant: reads like a dictionary, compares equal to one, and is pickled as one; counted once at most.
"""

from collections.abc import Callable, Iterator, Mapping

Counts = Mapping[str, Mapping[str, int]]


class Facets(Mapping[str, Mapping[str, int]]):
    """The counts that `count` gives, asked for at the first look."""

    def __init__(self, count: Callable[[], Counts]) -> None:
        self._count: Callable[[], Counts] | None = count
        self._counts: Counts = {}

    def __getitem__(self, name: str) -> Mapping[str, int]:
        return self._made()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made())

    def __len__(self) -> int:
        return len(self._made())

    def __repr__(self) -> str:
        return repr(dict(self._made()))

    def __reduce__(self) -> tuple[type, tuple[dict[str, Mapping[str, int]]]]:
        return (dict, (dict(self._made()),))

    def _made(self) -> Counts:
        count = self._count
        if count is not None:
            self._counts = count()
            # What the counting needed may go; a second thread that has just begun finds the same counts.
            self._count = None
        return self._counts
