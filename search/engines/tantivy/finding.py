"""Answering one request from one snapshot.

Invariant: exact sets, totals, counts and orders, at any size. Without words the arrays answer alone. With words tantivy
hands over only as many ids as are needed: the filters and the place go into its query, and for an order that it does
not know (nearest, soonest) it is asked for the closest part first.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import tantivy

from search.engines.facets import Counts, Facets
from search.engines.layout import ALIKE_BOOST
from search.engines.matching import order_of
from search.engines.tantivy import filters
from search.engines.tantivy.columns import Columns, Mask, Rows
from search.engines.tantivy.filters import Floats
from search.engines.tantivy.geography import Geography, farther, radius_of
from search.engines.tantivy.query import (
    filter_queries,
    narrowed,
    one_of,
    place_query,
    slot_query,
    start_query,
    words_query,
)
from search.engines.tantivy.searcher import Searcher
from search.engines.tantivy.snapshot import Snapshot
from search.facets import without
from search.types import DAYS, PARTS, Candidates, Order, Point, SearchRequest

# What a request with other choices has in common with this one.
_SHARED = ("_words", "_alike", "_inside", "_near_rows", "_chords")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where one way becomes dearer than another; measured with 100,000 listings. Answers are the same with any values.

    `few_rows`: so many ids are named in a query; `few_hits`: so many matches are read whole to order them;
    `loose_points`: so many points are named one by one instead of by finer squares.
    """

    few_rows: int = 1500
    few_hits: int = 5000
    loose_points: int = 300


@dataclass(frozen=True)
class Finding:
    """One request on its way."""

    snapshot: Snapshot
    request: SearchRequest
    now: int
    thresholds: Thresholds

    def candidates(self, wanted: int, offset: int) -> Candidates:
        if not self.request.terms:
            return self._from_columns(wanted, offset)
        if not self._rows.size:
            return self._candidates((), 0)
        return self._from_words(wanted, offset)

    def _from_columns(self, wanted: int, offset: int) -> Candidates:
        rows = self._ordered(self._rows, offset + wanted)[offset:]
        return self._candidates(self._ids(rows), self._rows.size)

    def _from_words(self, wanted: int, offset: int) -> Candidates:
        if self._order is Order.RELEVANCE:
            ids, total = self._best(offset + wanted)
        else:
            total = self._searcher.count(self._query)
            rows = self._closest_part(offset + wanted, total)
            ids = self._ids(self._ordered(rows, offset + wanted))
        return self._candidates(ids[offset:], total)

    def _candidates(self, ids: tuple[int, ...], total: int) -> Candidates:
        return Candidates(ids, total, Facets(self._counts), generation=self.snapshot.generation)

    # What the request asks for

    @cached_property
    def _order(self) -> Order:
        """The order that is asked for and possible."""
        return order_of(self.request)

    @cached_property
    def _mask(self) -> Mask:
        """Rows that no filter leaves out and that, if only interests are wanted, have one of them."""
        mask = filters.passing(self._columns, self.request, self._near_rows)
        if self.request.has_words and not self.request.terms:
            mask &= filters.has_any_interest(self._columns, self.request.wanted) | self._alike
        return mask

    @cached_property
    def _alike(self) -> Mask:
        """Rows of what counts as matching by itself."""
        return filters.named(self._columns, self.request.alike)

    @cached_property
    def _near_rows(self) -> Mask | None:
        return None if self._inside is None else self._geography.rows_with(self._inside)

    @cached_property
    def _inside(self) -> Mask | None:
        near, radius_m = self.request.near, self.request.radius_m
        return None if near is None or radius_m is None else self._geography.inside(near, radius_m, self._chords)

    @cached_property
    def _query(self) -> tantivy.Query:
        """The whole request."""
        if self._rows.size <= self.thresholds.few_rows:
            return narrowed(self._words, [one_of("key", self._keys(self._rows))])
        place = [] if self._inside is None else [self._place(self._inside, self.request.everywhere)]
        return narrowed(self._words, [*filter_queries(self.request), *place])

    def _place(self, inside: Mask, everywhere: bool) -> tantivy.Query:
        cover = self._geography.cover(inside, self.thresholds.loose_points)
        return place_query(cover.cells, self._keys(cover.loose), everywhere)

    # Orders

    def _ordered(self, rows: Rows, most: int) -> Rows:
        """The first `most` rows in the order that is asked for, ties by id."""
        if self._order is Order.SOONEST:
            return filters.first_rows(rows, self._sort_keys[rows], most)
        if self._order is Order.NEAREST:
            return self._nearest(rows, most)
        scores = (filters.interest_scores(self._columns, self.request.wanted) + ALIKE_BOOST * self._alike)[rows]
        if self.request.near is None:
            return filters.first_rows(rows, -scores, most)
        return rows[np.lexsort((rows, self._closest[rows], -scores))][:most]

    def _nearest(self, rows: Rows, most: int) -> Rows:
        near = self._near
        if 0 < most < rows.size:
            chords = self._closest[rows]
            rows = rows[chords <= farther(np.partition(chords, most - 1)[most - 1])]
        return filters.first_rows(rows, self._geography.metres(near, rows), most)

    def _closest_part(self, most: int, total: int) -> Rows:
        """Matches among which the first `most` are for certain: all of them, or all up to a distance or a time."""
        if total <= self.thresholds.few_hits:
            return self._hits(self._query)
        keys = self._sort_keys[self._rows]
        enough = math.ceil(1.5 * most * keys.size / total) + self.thresholds.few_rows // 8
        while enough < np.count_nonzero(np.isfinite(keys)):
            cut = float(np.partition(keys, enough - 1)[enough - 1])
            hits = self._hits(narrowed(self._words, [self._up_to(cut)]))
            hits = hits[self._mask[hits]]
            if hits.size >= most:
                return hits
            enough *= 5
        return self._hits(self._query)

    def _up_to(self, cut: float) -> tantivy.Query:
        """Everything that comes up to this sort key, ties included."""
        last = cut if self._order is Order.SOONEST else farther(cut)
        rows = self._rows[self._sort_keys[self._rows] <= last]
        if rows.size <= self.thresholds.few_rows:
            return one_of("key", self._keys(rows))
        if self._order is Order.SOONEST:
            return start_query(self.now, int(cut))
        return self._place(self._geography.inside(self._near, radius_of(cut), self._chords), everywhere=False)

    @cached_property
    def _sort_keys(self) -> Floats:
        """What rows are sorted by: the next start, or the squared chord to the closest point."""
        return self.snapshot.next_starts(self.now) if self._order is Order.SOONEST else self._closest

    # What tantivy answers

    @cached_property
    def _words(self) -> tantivy.Query:
        return words_query(self.request)

    def _best(self, most: int) -> tuple[tuple[int, ...], int]:
        """The ids with the highest scores, and how many match. Equal scores at the end are read whole, since tantivy
        sorts them by where they lie, which differs between two copies of one index."""
        most = max(1, most)
        limit = 4 * most
        while True:
            hits, total = self._searcher.best(self._query, limit)
            if len(hits) < limit or hits[-1][0] < hits[most - 1][0]:
                break
            limit *= 4
        scores = np.array([score for score, _ in hits])
        ids = self._searcher.asset_ids(hits)
        return tuple(ids[np.lexsort((ids, -scores))][:most].tolist()), total

    def _hits(self, query: tantivy.Query) -> Rows:
        """The rows of everything that matches."""
        return self._columns.rows_of(self._searcher.asset_ids(self._searcher.everything(query)))

    # What is counted

    def _counts(self, groups: Collection[str]) -> Counts:
        """The counts of these groups, each without its own choice; what shares a request is counted together."""
        shared: dict[SearchRequest, list[str]] = {}
        for group in groups:
            shared.setdefault(without(self.request, group), []).append(group)
        found: dict[str, Mapping[str, int]] = {}
        for request, names in shared.items():
            other = self if request == self.request else self._as(request)
            found |= other._counts_of_words(names) if request.terms else other._counts_of_rows(names)
        return found

    def _as(self, request: SearchRequest) -> "Finding":
        """The same words and place with other choices; what does not depend on them is taken along."""
        other = replace(self, request=request)
        other.__dict__.update({name: self.__dict__[name] for name in _SHARED if name in self.__dict__})
        return other

    def _counts_of_rows(self, groups: Collection[str]) -> Counts:
        return {name: filters.counts(self._columns, self._mask, name, self.request, self.now) for name in groups}

    def _counts_of_words(self, groups: Collection[str]) -> Counts:
        if not self._rows.size:
            return {name: {} for name in groups}
        most, request = len(self._columns.names), self.request
        slotted = [name for name in groups if (name == "day" and request.parts) or (name == "time" and request.days)]
        plain = [name for name in groups if name not in slotted]
        return self._searcher.counts(self._query, plain, most, self.now) | {
            name: self._in_slots(name) for name in slotted
        }

    def _in_slots(self, group: str) -> Mapping[str, int]:
        """How many meet on each day at the times that are asked for, or at each time on those days."""
        counted = {}
        for value in DAYS if group == "day" else PARTS:
            slots = [slot for slot in self.request.slots if value in slot.split("-")]
            counted[value] = self._searcher.count(narrowed(self._query, [slot_query(slots)]))
        return {value: count for value, count in counted.items() if count}

    # Short names

    @property
    def _searcher(self) -> Searcher:
        return self.snapshot.searcher

    @property
    def _columns(self) -> Columns:
        return self.snapshot.columns

    @property
    def _geography(self) -> Geography:
        return self.snapshot.geography

    @cached_property
    def _rows(self) -> Rows:
        return np.flatnonzero(self._mask)

    @property
    def _near(self) -> Point:
        if self.request.near is None:
            raise ValueError("A distance needs a point to measure from.")
        return self.request.near

    @cached_property
    def _chords(self) -> Floats:
        return self._geography.chords(self._near)

    @cached_property
    def _closest(self) -> Floats:
        return self._geography.closest(self._chords)

    def _ids(self, rows: Rows) -> tuple[int, ...]:
        return tuple(self._columns.ids[rows].tolist())

    def _keys(self, rows: Rows) -> list[str]:
        return [str(asset_id) for asset_id in self._columns.ids[rows].tolist()]
