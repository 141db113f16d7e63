"""What searches read: the newest commit of the live generation, opened again when somebody has written.

Invariant: a snapshot never changes, so threads share it; looking for a newer one costs two file times. A generation
that is dropped while it is open stays readable until the next look.
"""

import os
from pathlib import Path
from threading import Lock

import tantivy

from search.engines.base import EngineUnavailable
from search.engines.tantivy import columns_file
from search.engines.tantivy.generations import Generations
from search.engines.tantivy.query import marker_query
from search.engines.tantivy.schema import prepared
from search.engines.tantivy.searcher import Searcher
from search.engines.tantivy.snapshot import Snapshot
from search.engines.tantivy.trouble import DAMAGED, NO_INDEX, said_as

# A writer may tidy away what a reader is just about to open; then there is something newer to open.
TRIES = 3

Stamp = tuple[object, ...]


class Reader:
    """The newest snapshot of the live generation."""

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._lock = Lock()
        self._stamp: Stamp = ()
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """What is live now. Raises EngineUnavailable when nothing is, or when it is damaged."""
        with self._lock:
            if self._snapshot is None or self._stamp != self._stamp_of(self._snapshot.generation):
                self._snapshot = None
                self._snapshot = self._newest()
            return self._snapshot

    def _newest(self) -> Snapshot:
        for tries_left in reversed(range(TRIES)):
            name = self._generations.live()
            if name is None:
                raise EngineUnavailable(NO_INDEX)
            stamp = self._stamp_of(name)
            try:
                snapshot = opened(name, self._generations.path(name))
            except EngineUnavailable:
                if not tries_left:
                    raise
            else:
                self._stamp = stamp
                return snapshot
        raise EngineUnavailable(DAMAGED)

    def _stamp_of(self, name: str) -> Stamp:
        """What differs when a commit, a promotion or a fork has happened since."""
        meta = self._generations.folder / name / "meta.json"
        return (os.getpid(), _file_stamp(self._generations.pointer), _file_stamp(meta))


def opened(name: str, path: Path) -> Snapshot:
    """A generation as it is on the disk now. Raises EngineUnavailable when it cannot be read."""
    with said_as(DAMAGED):
        index = prepared(tantivy.Index.open(str(path)))
        index.config_reader(reload_policy="manual")
        index.reload()
        searcher = Searcher(index.searcher())
        hits, _ = searcher.best(marker_query(), 1)
        sequence = searcher.stored(hits[0][1], "sequence", 0) if hits else 0
        return Snapshot(name, searcher, columns_file.load(path, sequence), sequence)


def _file_stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return ()
    return (status.st_ino, status.st_mtime_ns, status.st_size)
