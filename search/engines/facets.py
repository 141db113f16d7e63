"""Counts that are made when somebody looks at them, since they cost more than the search itself.

Invariant: reads like a dictionary, compares equal to one, and is pickled as one; each group is counted once at most.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

from search.facets import GROUPS
from search.types import NOTHING

Counts = Mapping[str, Mapping[str, int]]


class Facets(Mapping[str, Mapping[str, int]]):
    """The counts that `count` gives for the groups that it is asked for. A look at one group counts that one; a look at
    all of them (a loop, a comparison) counts them together, which is cheaper than one after another. `known`: what was
    counted along with the search."""

    def __init__(
        self,
        count: Callable[[Collection[str]], Counts],
        names: Collection[str] = tuple(GROUPS),
        known: Counts = NOTHING,
    ) -> None:
        self._count = count
        self._names = tuple(names)
        self._counts: dict[str, Mapping[str, int]] = dict(known)

    def only(self, names: Collection[str]) -> Counts:
        """These groups, counted together."""
        missing = [name for name in names if name not in self._counts]
        if missing:
            # A second thread that has just begun finds the same counts.
            self._counts.update(self._count(missing))
        return {name: self._counts[name] for name in names}

    def __getitem__(self, name: str) -> Mapping[str, int]:
        if name not in self._names:
            raise KeyError(name)
        return self.only([name])[name]

    def __iter__(self) -> Iterator[str]:
        self.only(self._names)
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[type, tuple[dict[str, Mapping[str, int]]]]:
        return (dict, (dict(self),))
