"""One commit of a generation: the searcher, the arrays beside it, and what is made from them once somebody asks.

Invariant: read only. What is kept here is the same for every search of the commit.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from search.engines.spelling import Vocabulary, by_length
from search.engines.tantivy.columns import Columns
from search.engines.tantivy.filters import Floats, next_starts
from search.engines.tantivy.geography import Geography
from search.engines.tantivy.searcher import Searcher


@dataclass
class Snapshot:
    generation: str
    searcher: Searcher
    columns: Columns
    sequence: int
    _held: dict[tuple[str, str], int] = field(default_factory=dict, repr=False)
    _starts: tuple[int, Floats] = field(default=(-1, np.empty(0)), repr=False)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The plain words, by length; also those of listings that are gone, until tantivy tidies up."""
        return by_length(self.searcher.terms("word"))

    @cached_property
    def geography(self) -> Geography:
        return Geography(self.columns.points, len(self.columns))

    def next_starts(self, now: int) -> Floats:
        """`filters.next_starts`, once for all searches of one minute."""
        kept_now, starts = self._starts
        if kept_now != now or len(starts) != len(self.columns):
            starts = next_starts(self.columns, now)
            self._starts = (now, starts)
        return starts

    def held(self, field_name: str, term: str) -> int:
        """In how many listings the term stands."""
        key = (field_name, term)
        if key not in self._held:
            self._held[key] = self.searcher.held(field_name, term)
        return self._held[key]
