"""The vectors of one kind as a file that all processes of a host map into memory, instead of a copy each.

Invariant: a cache of `TextVector`; it only grows, vectors before the ids that name them, under a lock. Whoever finds it
short lengthens it; when it is lost, or the database is another one (put back from a copy, say), it is made again. Ids
rise from row to row; beside each stands the beginning of its digest, by which the same row is known.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import DTypeLike, NDArray

from search.meaning.base import DIMENSIONS
from search.models import TextVector

_TOGETHER = 2_000
# So many rows more than are used are no reason to make the file anew.
SPARE = 1_000


class VectorFile:
    """Vectors of a kind, kept as `dtype`."""

    def __init__(self, folder: Path, kind: str, dtype: DTypeLike) -> None:
        self._folder, self._kind, self._dtype = folder, kind, np.dtype(dtype)
        self.ids: NDArray[np.int64] = np.empty(0, np.int64)
        self._marks: NDArray[np.int64] = np.empty(0, np.int64)
        self.vectors: NDArray[np.floating] = np.empty((0, DIMENSIONS), self._dtype)

    def catch_up(self) -> None:
        """Take in what is in the table and not yet here."""
        self._map()
        newest = TextVector.objects.filter(kind=self._kind).order_by("-pk").values_list("pk", flat=True).first() or 0
        if newest != self._last() or not self._same_database():
            self._folder.mkdir(parents=True, exist_ok=True)
            with _locked(self._path("lock")):
                self._map()
                if newest < self._last() or not self._same_database() or self._mostly_unused():
                    self._start_anew()
                self._lengthen()
            self._map()

    def rows(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """In which rows these ids are; -1 for one that is not here."""
        if not self.ids.size:
            return np.full(ids.shape, -1, dtype=np.int64)
        places = np.minimum(np.searchsorted(self.ids, ids), self.ids.size - 1)
        return np.where(self.ids[places] == ids, places, -1)

    def _same_database(self) -> bool:
        """Whether the newest row that both should have is the same in both."""
        both = TextVector.objects.filter(kind=self._kind, pk__lte=self._last()).order_by("-pk")
        found = both.values_list("pk", "digest").first()
        if found is None:
            return self._last() == 0
        row = int(self.rows(np.array([found[0]]))[0])
        return row >= 0 and int(self._marks[row]) == _mark(found[1])

    def _mostly_unused(self) -> bool:
        """Whether most of what is here belongs to no listing any more."""
        return self.ids.size > SPARE + 2 * TextVector.objects.filter(kind=self._kind).count()

    def _last(self) -> int:
        return int(self.ids[-1]) if self.ids.size else 0

    def _path(self, ending: str) -> Path:
        return self._folder / f"{TextVector.Kind(self._kind).label}.{ending}"

    def _map(self) -> None:
        ids, vectors = self._path("ids"), self._path("vectors")
        width = DIMENSIONS * self._dtype.itemsize
        # One may have been cut short or lost without the other.
        number = min(ids.stat().st_size // 16, vectors.stat().st_size // width) if _both(ids, vectors) else 0
        if number:
            self.ids, self._marks = np.fromfile(ids, dtype="<i8", count=2 * number).reshape(-1, 2).T.copy()
            self.vectors = np.memmap(vectors, dtype=self._dtype, mode="r", shape=(number, DIMENSIONS))
        else:
            self.ids = self._marks = np.empty(0, np.int64)
            self.vectors = np.empty((0, DIMENSIONS), self._dtype)

    def _start_anew(self) -> None:
        """Who has the old files open keeps them."""
        self._path("ids").unlink(missing_ok=True)
        self._path("vectors").unlink(missing_ok=True)
        self._map()

    def _lengthen(self) -> None:
        there = self.ids.size
        with open(self._path("vectors"), "ab") as vectors, open(self._path("ids"), "ab") as ids:
            # What was being written when a process was killed is written again.
            vectors.truncate(there * DIMENSIONS * self._dtype.itemsize)
            ids.truncate(there * 16)
            for names, found in _batches(self._kind, self._last()):
                vectors.write(found.astype(self._dtype).tobytes())
                vectors.flush()
                ids.write(names.astype("<i8").tobytes())
                ids.flush()


def _both(ids: Path, vectors: Path) -> bool:
    return ids.exists() and vectors.exists()


def _mark(digest: str) -> int:
    return int.from_bytes(bytes.fromhex(digest[:16]), "little", signed=True)


def _batches(kind: str, after: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float16]]]:
    """Ids with their marks, and vectors end to end."""
    while True:
        rows = TextVector.objects.filter(kind=kind, pk__gt=after).order_by("pk").values_list("pk", "digest", "vector")
        found = list(rows[:_TOGETHER])
        if not found:
            return
        vectors = np.frombuffer(b"".join(bytes(vector) for _, _, vector in found), dtype="<f2")
        yield np.array([(pk, _mark(digest)) for pk, digest, _ in found]), vectors
        after = found[-1][0]


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One process at a time. Where there is no `flock` one process serves alone."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR)
    try:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
