"""What searches read: one commit of the index with its columns, reopened when another process has written.

Invariant: a snapshot never changes, so threads share it; looking for a newer one costs two file times.
"""

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock

import tantivy

from search.engines.base import EngineUnavailable
from search.engines.spelling import Vocabulary, by_length
from search.engines.tantivy import columns_file
from search.engines.tantivy.columns import Columns
from search.engines.tantivy.generations import NO_INDEX, Generations
from search.engines.tantivy.geography import Geography
from search.engines.tantivy.schema import MARKER, prepared, schema

DAMAGED = "The search index cannot be read. Run manage.py search_rebuild."
# A writer may tidy away what a reader is just about to open; then there is something newer to open.
TRIES = 3

Stamp = tuple[object, ...]


@dataclass
class Snapshot:
    """One commit: the searcher and the arrays, and what is made from them once somebody asks."""

    generation: str
    searcher: tantivy.Searcher
    columns: Columns
    sequence: int
    _held: dict[tuple[str, str], int] = field(default_factory=dict, repr=False)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The plain words, by length; also those of listings that are gone, until tantivy tidies up."""
        return by_length(word for word, _ in self.searcher.terms_with_prefix("word", ""))

    @cached_property
    def geography(self) -> Geography:
        return Geography(self.columns.points, len(self.columns))

    def held(self, field_name: str, term: str) -> int:
        """In how many listings the term stands."""
        key = (field_name, term)
        if key not in self._held:
            query = tantivy.Query.term_query(schema(), field_name, term, index_option="basic")
            self._held[key] = int(self.searcher.search(query, limit=1).count)
        return self._held[key]


class Reader:
    """The newest snapshot of the live generation."""

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._lock = Lock()
        self._stamp: Stamp | None = None
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """What is live now. Raises EngineUnavailable when nothing is, or when it is damaged."""
        with self._lock:
            for _ in range(TRIES):
                stamp = self._stamp_now()
                if self._snapshot is not None and stamp == self._stamp:
                    return self._snapshot
                snapshot = self._opened()
                if snapshot is not None:
                    self._snapshot, self._stamp = snapshot, stamp
                    return snapshot
            raise EngineUnavailable(NO_INDEX if self._generations.live() is None else DAMAGED)

    def _opened(self) -> Snapshot | None:
        name = self._generations.live()
        if name is None:
            return None
        try:
            return opened(name, self._generations.path(name))
        except EngineUnavailable:
            return None

    def _stamp_now(self) -> Stamp:
        name = self._snapshot.generation if self._snapshot else ""
        meta = self._generations.folder / name / "meta.json"
        return (os.getpid(), _file_stamp(self._generations.pointer), _file_stamp(meta))


def opened(name: str, path: Path) -> Snapshot:
    """A generation as it is on the disk now. Raises EngineUnavailable when it cannot be read."""
    try:
        index = prepared(tantivy.Index.open(str(path)))
        index.config_reader(reload_policy="manual")
        index.reload()
        searcher = index.searcher()
        sequence = _sequence(searcher)
        return Snapshot(name, searcher, columns_file.load(path, sequence), sequence)
    except (OSError, ValueError, KeyError) as error:
        raise EngineUnavailable(DAMAGED) from error


def _sequence(searcher: tantivy.Searcher) -> int:
    query = tantivy.Query.term_query(schema(), "marker", MARKER, index_option="basic")
    hits = searcher.search(query, limit=1).hits
    return int(searcher.doc(hits[0][1])["sequence"][0]) if hits else 0


def _file_stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_mtime_ns, status.st_size)
